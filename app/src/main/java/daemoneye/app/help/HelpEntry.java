package daemoneye.app.help;

/// One line of the Help menu.
///
/// @param id of its node, e.g. `help-keys`
/// @param key of its words
public record HelpEntry(String id, String key, Runnable onPress) {}
