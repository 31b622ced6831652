package daemoneye.rpc.cli.manual;

/// Text in the language of manual pages. Whatever the text holds, none of it is taken for a
/// request. Not thread-safe.
final class Roff {
    private static final int WIDTH = 78;
    private final StringBuilder text = new StringBuilder();

    /// A request on a line of its own, e.g. `.SH`.
    Roff request(String name, String... arguments) {
        text.append('.').append(name);
        for (var argument : arguments) {
            text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
        return this;
    }

    Roff section(String title) {
        return request("SH", title);
    }

    /// Running text, in lines that fit a screen.
    Roff text(String words) {
        var line = new StringBuilder();
        for (var word : escaped(words).split(" +", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                raw(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return raw(line.toString());
    }

    /// One line as it is.
    Roff line(String words) {
        return raw(escaped(words));
    }

    /// A term in bold with what stands in italics behind it, and what it means.
    Roff term(String bold, String italic, String meaning) {
        text.append(".TP\n");
        var tail = italic.isEmpty() ? "" : "\\fI" + escaped(italic) + "\\fR";
        raw("\\fB" + escaped(bold) + "\\fR" + tail);
        return text(meaning);
    }

    /// A line that is in this language already.
    Roff raw(String line) {
        if (!line.isBlank()) {
            boolean command = line.startsWith(".") || line.startsWith("'");
            text.append(command ? "\\&" : "").append(line).append('\n');
        }
        return this;
    }

    static String escaped(String words) {
        var safe = new StringBuilder();
        words.strip()
                .codePoints()
                .forEach(
                        each -> {
                            switch (each) {
                                case '\\' -> safe.append("\\e");
                                case '-' -> safe.append("\\-");
                                case '\n', '\r', '\t' -> safe.append(' ');
                                case '\'' -> safe.append("\\(aq");
                                case '^' -> safe.append("\\(ha");
                                case '~' -> safe.append("\\(ti");
                                default -> append(safe, each);
                            }
                        });
        return safe.toString();
    }

    private static void append(StringBuilder to, int each) {
        if (each < 127) {
            to.appendCodePoint(each);
        } else {
            to.append("\\[u%04X]".formatted(each));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
