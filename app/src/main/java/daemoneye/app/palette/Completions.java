package daemoneye.app.palette;

import daemoneye.app.dashboard.SearchToken;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How a line can go on: verbs first, then what the verb is about.
public final class Completions {
    /// Ways that are offered at once.
    public static final int MOST = 12;

    /// Pages that `open` knows by name.
    static final List<String> PLACES = List.of("fleet", "calls", "audit", "settings");

    private final String before;
    private final String begun;
    private final FleetSnapshot fleet;
    private final List<Suggestion> found = new ArrayList<>();

    private Completions(String before, String begun, FleetSnapshot fleet) {
        this.before = before;
        this.begun = begun;
        this.fleet = fleet;
    }

    /// @param offered whether a command can be done at all in this window
    public static List<Suggestion> of(
            String line, FleetSnapshot fleet, Predicate<Command> offered) {
        if (line.length() > CommandParser.MOST) {
            return List.of();
        }
        var start = line.stripLeading().toLowerCase(Locale.ROOT);
        int cut = start.lastIndexOf(' ') + 1;
        var ways = new Completions(start.substring(0, cut), start.substring(cut), fleet);
        if (cut == 0) {
            ways.verbs(offered);
        } else {
            CommandParser.words(start).stream()
                    .findFirst()
                    .flatMap(Command::named)
                    .filter(offered)
                    .ifPresent(ways::argument);
        }
        return List.copyOf(ways.found);
    }

    private void verbs(Predicate<Command> offered) {
        Arrays.stream(Command.values())
                .filter(offered)
                .forEach(
                        each ->
                                each.words().stream()
                                        .filter(word -> word.startsWith(begun))
                                        .findFirst()
                                        .ifPresent(
                                                word ->
                                                        add(
                                                                word,
                                                                each.label(),
                                                                each.form() == Command.Form.NOTHING
                                                                        ? ""
                                                                        : " ")));
    }

    private void argument(Command command) {
        switch (command.form()) {
            case NOTHING, TEXT -> {}
            case THEME -> Stream.of("dark", "light").forEach(each -> offer(each, ""));
            case PLACE -> {
                PLACES.forEach(each -> offer(each, Messages.text("palette.hint.page")));
                ids();
            }
            case COLLECTOR, TARGETS -> targets();
        }
    }

    private void targets() {
        int colon = begun.indexOf(':');
        switch (colon < 0 ? "" : begun.substring(0, colon + 1)) {
            case "state:" -> states();
            case "type:" ->
                    values("type:", view -> view.info().collectorType().toLowerCase(Locale.ROOT));
            case "host:" -> values("host:", view -> view.info().host().toLowerCase(Locale.ROOT));
            default -> {
                ids();
                SearchToken.NAMES.forEach(each -> offer(each, Messages.text("palette.hint.token")));
                offer("all", Messages.text("palette.hint.all", fleet.collectors().size()));
            }
        }
    }

    private void ids() {
        var taken = CommandParser.words(before);
        var ids =
                fleet.collectors().stream()
                        .filter(each -> each.id().text().contains(begun))
                        .filter(each -> !taken.contains(each.id().text()))
                        .limit(MOST - 4L)
                        .toList();
        ids.forEach(each -> add(each.id().text(), Standing.of(each).label(), ""));
    }

    private void values(String token, Function<CollectorView, String> value) {
        fleet.collectors().stream()
                .map(value)
                .filter(each -> CommandParser.words(each).equals(List.of(each)))
                .distinct()
                .sorted()
                .forEach(
                        each ->
                                offer(
                                        token + each,
                                        Messages.text("palette.hint.count", count(value, each))));
    }

    /// Those that somebody has, standings and states of processes alike.
    private void states() {
        for (var state : SearchToken.STATES) {
            long count =
                    fleet.collectors().stream()
                            .filter(
                                    each ->
                                            Standing.of(each).key().equals(state)
                                                    || each.state().wireName().equals(state))
                            .count();
            if (count > 0) {
                offer("state:" + state, Messages.text("palette.hint.count", count));
            }
        }
    }

    private long count(Function<CollectorView, String> value, String wanted) {
        return fleet.collectors().stream().filter(each -> value.apply(each).equals(wanted)).count();
    }

    private void offer(String word, String hint) {
        if (word.startsWith(begun)) {
            add(word, hint, "");
        }
    }

    private void add(String word, String hint, String after) {
        if (found.size() < MOST && !(word.equals(begun) && after.isEmpty())) {
            found.add(new Suggestion(word, hint, before + word + after));
        }
    }
}
