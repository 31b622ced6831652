package daemoneye.app.dashboard;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One token of a search or a command: `state:` a standing or a state of the process, `type:` and
/// `host:` a part of it. The header and the command line read them alike.
///
/// @param name without the colon
/// @param value what follows, in lower case
public record SearchToken(String name, String value) {
    /// The tokens there are.
    public static final List<String> NAMES = List.of("state:", "type:", "host:");

    /// Everything that may follow `state:`.
    public static final List<String> STATES =
            Stream.concat(
                            Arrays.stream(Standing.values()).map(Standing::key),
                            Arrays.stream(ProcessState.values()).map(ProcessState::wireName))
                    .distinct()
                    .sorted()
                    .toList();

    /// Longest piece of what was typed that a sentence repeats.
    private static final int MOST_SHOWN = 60;

    /// What a token says of one collector.
    public record Facts(Standing standing, ProcessState state, String type, String host) {}

    /// A word with a colon in it; empty for any other.
    public static Optional<SearchToken> of(String term) {
        int colon = term.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(
                        new SearchToken(
                                term.substring(0, colon),
                                term.substring(colon + 1).toLowerCase(Locale.ROOT)));
    }

    /// Why it can never hold, with what there is instead; empty if it can.
    public Optional<String> problem() {
        if (name.equals("label")) {
            return Optional.of(Messages.text("palette.wrong.label"));
        }
        if (!NAMES.contains(name + ":")) {
            return Optional.of(Messages.text("palette.wrong.token", shown(name + ":")));
        }
        return name.equals("state") && states().isEmpty()
                ? Optional.of(
                        Messages.text(
                                "palette.wrong.state", shown(value), String.join(", ", STATES)))
                : Optional.empty();
    }

    /// The states that are meant: the one of that name, or all that begin so.
    public List<String> states() {
        return STATES.contains(value)
                ? List.of(value)
                : STATES.stream().filter(each -> each.startsWith(value)).toList();
    }

    /// Whether it holds for a collector. One that makes no sense holds for none.
    public boolean holds(Facts facts) {
        return switch (name) {
            case "state" -> {
                var meant = states();
                yield meant.contains(facts.standing().key())
                        || meant.contains(facts.state().wireName());
            }
            case "type" -> facts.type().toLowerCase(Locale.ROOT).contains(value);
            case "host" -> facts.host().toLowerCase(Locale.ROOT).contains(value);
            default -> false;
        };
    }

    private static String shown(String typed) {
        return SafeText.of(typed, MOST_SHOWN);
    }
}
