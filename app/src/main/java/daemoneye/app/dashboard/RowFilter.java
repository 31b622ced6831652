package daemoneye.app.dashboard;

import daemoneye.app.text.SafeText;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The search of the fleet page: words and `state:` `type:` `host:` tokens, all of which must hold.
/// Words look at id, type, host and state. An empty search holds for every row.
public record RowFilter(List<String> terms) implements Predicate<CollectorRowViewModel> {
    /// Characters that are read.
    private static final int MOST = 1000;

    public RowFilter {
        terms = List.copyOf(terms);
    }

    /// What a person typed.
    public static RowFilter parse(String typed) {
        var safe = SafeText.of(typed, MOST).toLowerCase(Locale.ROOT);
        return new RowFilter(
                Arrays.stream(safe.split("[\\s\\p{Z}]+")).filter(term -> !term.isEmpty()).toList());
    }

    @Override
    public boolean test(CollectorRowViewModel row) {
        return terms.stream().allMatch(term -> holds(term, row));
    }

    /// Why nothing can ever pass, with what there is instead; empty if something can.
    public Optional<String> problem() {
        return terms.stream()
                .flatMap(term -> SearchToken.of(term).stream())
                .flatMap(token -> token.problem().stream())
                .findFirst();
    }

    private static boolean holds(String term, CollectorRowViewModel row) {
        return SearchToken.of(term)
                .map(token -> token.holds(row.facts()))
                .orElseGet(() -> anywhere(term, row));
    }

    private static boolean anywhere(String word, CollectorRowViewModel row) {
        return row.id().contains(word)
                || row.type().contains(word)
                || row.host().toLowerCase(Locale.ROOT).contains(word)
                || row.standing().key().contains(word);
    }
}
