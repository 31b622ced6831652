package daemoneye.rpc.protocol.id;

import java.util.Optional;
import java.util.Set;

/// The name of a collector, and one segment of every topic that concerns it:
/// `[a-z0-9][a-z0-9_-]{0,62}`, and none of the words that topics use at that place.
public record CollectorId(String text) implements Comparable<CollectorId> {
    private static final int MOST = 63;
    private static final Set<String> RESERVED =
            Set.of("lifecycle", "config", "task", "registration");

    /// @throws IllegalArgumentException with a sentence for people, if `text` is no collector id
    public CollectorId {
        fault(text)
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException(why);
                        });
    }

    /// What is wrong with `text` as a collector id, if anything.
    public static Optional<String> fault(String text) {
        if (RESERVED.contains(text)) {
            return Optional.of("\"" + text + "\" is a reserved word, not a collector id");
        }
        return hasShape(text)
                ? Optional.empty()
                : Optional.of(
                        "\"%s\" is not a collector id: use 1-63 of a-z 0-9 _ -, beginning with a"
                                        .formatted(shortened(text))
                                + " letter or digit");
    }

    private static boolean hasShape(String text) {
        if (text.isEmpty() || text.length() > MOST || "_-".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean word = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
            if (!word && each != '_' && each != '-') {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String text) {
        return text.length() <= 70 ? text : text.substring(0, 67) + "...";
    }

    @Override
    public int compareTo(CollectorId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
