package daemoneye.rpc.client.audit.format;

import daemoneye.rpc.protocol.value.WireName;

import java.util.Arrays;
import java.util.Optional;

/// What a log can say about itself.
public enum NoteKind implements WireName {
    /// A process begins to write; the count is its pid.
    OPENED(false),
    /// The process ended in order.
    CLOSED(false),
    /// Bytes of an entry that was never acknowledged were cut off after a crash; the count is
    /// bytes.
    TORN(false),
    /// The log could not be written for a while; the count is entries that are missing.
    GAP(false),
    /// Old segments were removed as the settings say; the count is segments.
    PRUNED(false),
    /// Acknowledged entries were gone when the log was opened; the count is how many.
    CUT(true),
    /// Acknowledged entries were not intact when the log was opened; the count is the first one.
    DAMAGED(true);

    private final boolean evidence;

    NoteKind(boolean evidence) {
        this.evidence = evidence;
    }

    /// Whether it tells that somebody or something has altered the log.
    public boolean evidence() {
        return evidence;
    }

    /// The kind that is written as `name`.
    public static Optional<NoteKind> named(String name) {
        return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }
}
