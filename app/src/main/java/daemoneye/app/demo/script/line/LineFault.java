package daemoneye.app.demo.script.line;

/// Leaves the reading of one line; never leaves the parser.
public final class LineFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    public LineFault(int column, String sentence) {
        super(sentence);
        this.column = column;
    }

    public ScriptFault at(String file, int line) {
        return new ScriptFault(file, line, column, String.valueOf(getMessage()));
    }
}
