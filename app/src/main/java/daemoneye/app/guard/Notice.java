package daemoneye.app.guard;

/// Something a person must be told of an action that was not sent.
///
/// @param title verb and object
/// @param text why, and what to do
public record Notice(String title, String text) {}
