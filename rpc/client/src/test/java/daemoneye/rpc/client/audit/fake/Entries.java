package daemoneye.rpc.client.audit.fake;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.ForwardLines;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.SegmentName;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Entries to write, and what stands in a log.
public final class Entries {
    public static final String PROCESS = "procmond";
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private Entries() {}

    public static AuditFacts.CallFacts call(long number, String action) {
        return new AuditFacts.CallFacts(
                "console#1",
                "console@desk",
                action,
                "control.collector.procmond",
                Digest.of(new byte[] {(byte) number}),
                1,
                id(number),
                Optional.of("number " + number));
    }

    public static String id(long number) {
        return new UUID(0, number).toString();
    }

    public static AuditDraft intent(long number) {
        return new AuditDraft(TIME, new AuditFacts.Intent(call(number, "rpc.Stop")), true);
    }

    public static AuditDraft outcome(long number) {
        return outcome(number, "rpc.Stop", true);
    }

    public static AuditDraft read(long number) {
        return outcome(number, "rpc.HealthCheck", false);
    }

    private static AuditDraft outcome(long number, String action, boolean changes) {
        var result =
                new AuditFacts.CallResult("success", Optional.empty(), Optional.empty(), 1_500);
        return new AuditDraft(TIME, new AuditFacts.Outcome(call(number, action), result), changes);
    }

    /// Everything that stands in a log, in order.
    public static List<AuditEntry> all(AuditDisk disk) {
        try {
            var entries = new ArrayList<AuditEntry>();
            for (var segment : SegmentName.of(PROCESS, disk.names())) {
                try (var file = disk.openToRead(segment.fileName())) {
                    var lines = new ForwardLines(file, 0);
                    for (var next = lines.next(); next.isPresent(); next = lines.next()) {
                        entries.add(AuditLine.read(next.get()).entry());
                    }
                }
            }
            return entries;
        } catch (IOException | MalformedEntry e) {
            throw new AssertionError(e);
        }
    }

    /// The correlation ids of the intents that stand in a log.
    public static List<String> intents(AuditDisk disk) {
        return all(disk).stream()
                .filter(entry -> entry.facts() instanceof AuditFacts.Intent)
                .map(entry -> entry.call().orElseThrow().correlationId())
                .toList();
    }

    /// What a log says about itself, as `kind count`.
    public static List<String> notes(AuditDisk disk) {
        return all(disk).stream()
                .flatMap(
                        entry ->
                                entry.facts() instanceof AuditFacts.Note note
                                        ? List.of(note.kind().wireName() + " " + note.count())
                                                .stream()
                                        : List.<String>of().stream())
                .toList();
    }
}
