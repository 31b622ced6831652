package daemoneye.app.palette;

import daemoneye.app.dashboard.SearchToken;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.List;
import java.util.Optional;

/// Which collectors the words behind a verb name. Ids and patterns (`web-*`, `all`) add up; each of
/// the tokens `state:` `type:` `host:` narrows. An id is taken as it is written: nothing is done to
/// a collector because its name happens to contain a word.
public sealed interface Targets {
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
            var token = SearchToken.of(term);
            var problem = token.flatMap(Targets::problem);
            if (problem.isPresent()) {
                return new Wrong(problem.get());
            }
            if (token.isEmpty()
                    && fleet.collectors().stream().noneMatch(each -> names(term, each))) {
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
                        .flatMap(each -> SearchToken.of(each).stream())
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

    // In a search half a state shows all that begin so; what acts says which one it means.
    private static Optional<String> problem(SearchToken token) {
        if (token.problem().isPresent()) {
            return token.problem();
        }
        if (token.value().isEmpty()) {
            return Optional.of(Messages.text("palette.wrong.emptyToken", token.name() + ":"));
        }
        boolean several = token.name().equals("state") && token.states().size() > 1;
        return several
                ? Optional.of(
                        Messages.text(
                                "palette.wrong.state.several",
                                shown(token.value()),
                                String.join(", ", token.states())))
                : Optional.empty();
    }

    private static boolean narrowed(SearchToken token, CollectorView view) {
        var info = view.info();
        return token.holds(
                new SearchToken.Facts(
                        Standing.of(view), view.state(), info.collectorType(), info.host()));
    }

    private static Wrong wrong(String key, Object... values) {
        return new Wrong(Messages.text(key, values));
    }

    private static String shown(String typed) {
        return SafeText.of(typed, MOST_SHOWN);
    }
}
