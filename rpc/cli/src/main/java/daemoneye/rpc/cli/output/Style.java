package daemoneye.rpc.cli.output;

/// What a piece of text means; colour only repeats what the words say.
public enum Style {
    PLAIN(""),
    GOOD("32"),
    WARNING("33"),
    BAD("31;1"),
    FAINT("2"),
    STRONG("1");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
