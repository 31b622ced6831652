package daemoneye.app.demo.script;

/// Leaves the reading of one line; never leaves this package.
final class LineFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    LineFault(int column, String sentence) {
        super(sentence);
        this.column = column;
    }

    ScriptFault at(String file, int line) {
        return new ScriptFault(file, line, column, String.valueOf(getMessage()));
    }
}
