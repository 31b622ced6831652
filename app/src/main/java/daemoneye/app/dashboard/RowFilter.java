package daemoneye.app.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The search of the fleet page: words and `state:` `type:` `host:` tokens, all of which must hold.
/// Words look at id, type, host and state. An empty search holds for every row.
public record RowFilter(List<String> terms) implements Predicate<CollectorRowViewModel> {
    public RowFilter {
        terms = List.copyOf(terms);
    }

    /// What a person typed.
    public static RowFilter parse(String typed) {
        return new RowFilter(
                List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .filter(term -> !term.isEmpty())
                        .toList());
    }

    @Override
    public boolean test(CollectorRowViewModel row) {
        return terms.stream().allMatch(term -> holds(term, row));
    }

    private static boolean holds(String term, CollectorRowViewModel row) {
        int colon = term.indexOf(':');
        var value = term.substring(colon + 1);
        return switch (colon < 0 ? "" : term.substring(0, colon)) {
            case "state" -> row.standing().key().startsWith(value);
            case "type" -> row.type().contains(value);
            case "host" -> row.host().toLowerCase(Locale.ROOT).contains(value);
            default -> anywhere(term, row);
        };
    }

    private static boolean anywhere(String word, CollectorRowViewModel row) {
        return row.id().contains(word)
                || row.type().contains(word)
                || row.host().toLowerCase(Locale.ROOT).contains(word)
                || row.standing().key().contains(word);
    }
}
