package daemoneye.app.palette;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a line of the palette: a verb and what it is about. Never throws, whatever is typed.
public final class CommandParser {
    /// Characters that a line may have.
    public static final int MOST = 1000;

    /// So many letters may be wrong for a verb to be guessed.
    private static final int NEAR = 2;

    private static final List<String> THEMES = List.of("dark", "light");

    private CommandParser() {}

    /// @param offered whether a command can be done at all in this window
    public static Parsed parse(String line, FleetSnapshot fleet, Predicate<Command> offered) {
        if (line.length() > MOST) {
            return wrong("palette.wrong.long", MOST);
        }
        var words = words(line);
        if (words.isEmpty()) {
            return new Parsed.Nothing();
        }
        var verb = words.getFirst();
        return Command.named(verb)
                .filter(offered)
                .map(command -> parse(command, words.subList(1, words.size()), fleet))
                .orElseGet(() -> unknown(verb, offered));
    }

    static List<String> words(String line) {
        return Arrays.stream(SafeText.of(line, MOST).toLowerCase(Locale.ROOT).split("[\\s\\p{Z}]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Parsed parse(Command command, List<String> rest, FleetSnapshot fleet) {
        return switch (command.form()) {
            case NOTHING ->
                    rest.isEmpty()
                            ? new Parsed.Do(command, "")
                            : wrong("palette.wrong.tooMuch", command.words().getFirst());
            case TEXT -> new Parsed.Do(command, String.join(" ", rest));
            case PLACE -> place(rest, fleet);
            case THEME ->
                    rest.size() == 1 && THEMES.contains(rest.getFirst())
                            ? new Parsed.Do(command, rest.getFirst())
                            : wrong("palette.wrong.theme");
            case COLLECTOR ->
                    rest.isEmpty()
                            ? wrong("palette.wrong.one", command.words().getFirst())
                            : open(command, rest, fleet);
            case TARGETS -> act(command, rest, fleet);
        };
    }

    // One is opened, also while nothing can be changed; several are asked about first.
    private static Parsed open(Command command, List<String> rest, FleetSnapshot fleet) {
        return switch (Targets.of(rest, fleet)) {
            case Targets.Found(var ids) when ids.size() == 1 ->
                    new Parsed.Do(command, ids.getFirst());
            case Targets.Found(var ids) -> new Parsed.Act(CollectorAction.CONFIGURE, ids);
            case Targets.Wrong(var why) -> new Parsed.Wrong(why);
        };
    }

    private static Parsed act(Command command, List<String> rest, FleetSnapshot fleet) {
        return switch (Targets.of(rest, fleet)) {
            case Targets.Found(var ids) -> new Parsed.Act(command.action().orElseThrow(), ids);
            case Targets.Wrong(var why) -> new Parsed.Wrong(why);
        };
    }

    private static Parsed place(List<String> rest, FleetSnapshot fleet) {
        if (rest.size() > 1 && rest.getFirst().equals("audit")) {
            var words = String.join(" ", rest.subList(1, rest.size()));
            return new Parsed.Do(Command.OPEN, "audit:" + words);
        }
        if (rest.size() != 1) {
            return wrong("palette.wrong.place");
        }
        var place = rest.getFirst();
        if (Completions.PLACES.contains(place)) {
            return new Parsed.Do(Command.OPEN, place);
        }
        return known(place, fleet)
                ? new Parsed.Do(Command.OPEN, "collector:" + place)
                : wrong("palette.wrong.place");
    }

    private static boolean known(String id, FleetSnapshot fleet) {
        return fleet.collectors().stream().anyMatch(each -> each.id().text().equals(id));
    }

    private static Parsed unknown(String verb, Predicate<Command> offered) {
        var shown = SafeText.of(verb, Targets.MOST_SHOWN);
        return nearest(verb, offered)
                .map(near -> wrong("palette.wrong.verb.near", shown, near))
                .orElseGet(() -> wrong("palette.wrong.verb", shown));
    }

    private static Optional<String> nearest(String verb, Predicate<Command> offered) {
        if (verb.length() > Targets.MOST_SHOWN) {
            return Optional.empty();
        }
        return Arrays.stream(Command.values())
                .filter(offered)
                .flatMap(each -> each.words().stream())
                .filter(each -> distance(verb, each) <= NEAR)
                .min(Comparator.comparingInt(each -> distance(verb, each)));
    }

    /// Letters to add, drop or change.
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, at -> at);
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int at = 1; at <= other.length(); at++) {
                int change = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
                here[at] = Math.min(above[at - 1] + change, Math.min(above[at], here[at - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }

    private static Parsed.Wrong wrong(String key, Object... values) {
        return new Parsed.Wrong(Messages.text(key, values));
    }
}
