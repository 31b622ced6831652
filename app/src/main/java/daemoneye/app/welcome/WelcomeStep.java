package daemoneye.app.welcome;

/// One thing that a first start does by itself.
///
/// @param text what it is, and how far it is
public record WelcomeStep(String text, boolean done) {}
