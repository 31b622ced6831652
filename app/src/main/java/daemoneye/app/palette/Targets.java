package daemoneye.app.palette;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.List;
import java.util.Locale;

/// Which collectors the words behind a verb name. Ids and patterns (`web-*`, `all`) add up; each of
/// the tokens `state:` `type:` `host:` narrows. An id is taken as it is written: nothing is done to
/// a collector because its name happens to contain a word.
public sealed interface Targets {
    /// Tokens that narrow.
    List<String> TOKENS = List.of("state:", "type:", "host:");

    /// Longest piece of what was typed that an error repeats.
    int MOST_SHOWN = 60;

    /// @param ids in the order of the fleet, at least one
    record Found(List<String> ids) implements Targets {}

    /// @param why one sentence that says what to write instead
    record Wrong(String why) implements Targets {}

    static Targets of(List<String> terms, FleetSnapshot fleet) {
        if (terms.isEmpty()) {
            return wrong("palette.wrong.noTarget");
        }
        for (var term : terms) {
            int colon = term.indexOf(':');
            if (colon >= 0 && !TOKENS.contains(term.substring(0, colon + 1))) {
                return term.startsWith("label:")
                        ? wrong("palette.wrong.label")
                        : wrong("palette.wrong.token", shown(term.substring(0, colon + 1)));
            }
            if (colon == term.length() - 1) {
                return wrong("palette.wrong.emptyToken", term);
            }
            if (colon < 0 && fleet.collectors().stream().noneMatch(each -> names(term, each))) {
                return wrong("palette.wrong.unknown", shown(term));
            }
        }
        var ids =
                fleet.collectors().stream()
                        .filter(each -> holds(terms, each))
                        .map(each -> each.id().text())
                        .toList();
        return ids.isEmpty() ? wrong("palette.wrong.nobody") : new Found(ids);
    }

    private static boolean holds(List<String> terms, CollectorView view) {
        var names = terms.stream().filter(each -> each.indexOf(':') < 0).toList();
        return (names.isEmpty() || names.stream().anyMatch(each -> names(each, view)))
                && terms.stream()
                        .filter(each -> each.indexOf(':') >= 0)
                        .allMatch(each -> narrowed(each, view));
    }

    private static boolean names(String term, CollectorView view) {
        return term.equals("all") || matches(term, view.id().text());
    }

    /// `*` stands for any text; done by hand, so that no pattern can take long.
    static boolean matches(String pattern, String text) {
        var parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        var last = parts[parts.length - 1];
        if (!text.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int part = 1; part < parts.length - 1; part++) {
            int found = text.indexOf(parts[part], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[part].length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }

    private static boolean narrowed(String term, CollectorView view) {
        int colon = term.indexOf(':');
        var value = term.substring(colon + 1);
        return switch (term.substring(0, colon)) {
            case "state" ->
                    Standing.of(view).key().equals(value) || view.state().wireName().equals(value);
            case "type" -> view.info().collectorType().toLowerCase(Locale.ROOT).contains(value);
            default -> view.info().host().toLowerCase(Locale.ROOT).contains(value);
        };
    }

    private static Wrong wrong(String key, Object... values) {
        return new Wrong(Messages.text(key, values));
    }

    private static String shown(String typed) {
        return SafeText.of(typed, MOST_SHOWN);
    }
}
