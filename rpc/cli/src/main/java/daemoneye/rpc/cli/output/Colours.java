package daemoneye.rpc.cli.output;

import java.util.List;
import java.util.Locale;

/// When output is coloured.
public enum Colours {
    /// On a terminal that shows colours, unless `NO_COLOR` is set.
    AUTO,
    /// Into pipes and files too.
    ALWAYS,
    /// Not at all.
    NEVER;

    /// The option that says so, known to every command.
    public static final String OPTION = "--color";

    /// What the arguments of a command say; the last one counts, and what is no choice is refused
    /// later, with all the rest.
    public static Colours of(List<String> arguments) {
        var chosen = AUTO;
        for (int at = 0; at < arguments.size() && !arguments.get(at).equals("--"); at++) {
            var word = arguments.get(at);
            if (word.startsWith(OPTION + "=")) {
                chosen = named(word.substring(OPTION.length() + 1), chosen);
            } else if (word.equals(OPTION) && at + 1 < arguments.size()) {
                chosen = named(arguments.get(at + 1), chosen);
            }
        }
        return chosen;
    }

    private static Colours named(String word, Colours otherwise) {
        for (var each : values()) {
            if (each.toString().equalsIgnoreCase(word)) {
                return each;
            }
        }
        return otherwise;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
