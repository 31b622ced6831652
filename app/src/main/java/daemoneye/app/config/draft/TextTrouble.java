package daemoneye.app.config.draft;

/// What is wrong with a text, and where.
///
/// @param line from 1
/// @param column from 1
/// @param sentence for people
public record TextTrouble(int line, int column, String sentence) {}
