package daemoneye.app.palette;

/// A way to go on with a line.
///
/// @param word that takes the place of the last one
/// @param hint what it is
/// @param line as it is when this is taken
public record Suggestion(String word, String hint, String line) {}
