package daemoneye.app.demo.script.line;

/// What is wrong in the file of a tour, and where.
///
/// @param line from 1
/// @param column from 1, counted in characters
/// @param sentence what was expected there
public record ScriptFault(String file, int line, int column, String sentence) {
    /// As compilers write it: `first-look.walkthrough:12:8: …`.
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, sentence);
    }
}
