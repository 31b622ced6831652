package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Which entries somebody wants to see. Headers are among them only if asked for.
///
/// @param limit entries, 1 to [#MOST]
/// @param before only entries older than this, microseconds since 1970
/// @param process only the log of this collector
/// @param operation only calls of this one
/// @param failuresOnly only calls that failed, and notes of trouble with the log
/// @param changesOnly only what is published too: no reads that succeeded
/// @param headers with the first line of each file, so that nothing is missing in a chain
public record AuditFilter(
        int limit,
        OptionalLong before,
        Optional<String> process,
        Optional<CollectorOperation> operation,
        boolean failuresOnly,
        boolean changesOnly,
        boolean headers) {
    /// Most entries of one answer.
    public static final int MOST = 500;

    /// If nothing is said.
    public static final int USUAL = 100;

    /// @throws IllegalArgumentException with a sentence that names the field
    public AuditFilter {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to %d, not %d".formatted(MOST, limit));
        }
    }

    /// Reads that succeeded are among them, headers are not.
    public AuditFilter(
            int limit,
            OptionalLong before,
            Optional<String> process,
            Optional<CollectorOperation> operation,
            boolean failuresOnly) {
        this(limit, before, process, operation, failuresOnly, false, false);
    }

    /// From the values of a QueryAudit.
    ///
    /// @throws IllegalArgumentException with a sentence that names the field
    public static AuditFilter of(Map<String, ConfigValue> values) {
        return new AuditFilter(
                Math.toIntExact(Math.clamp(whole(values, "limit").orElse(USUAL), 0, MOST + 1)),
                whole(values, "before"),
                text(values, "collector_id").map(id -> new CollectorId(id).text()),
                text(values, "operation").map(AuditFilter::operation),
                flag(values, "failures_only"),
                flag(values, "changes_only"),
                flag(values, "headers"));
    }

    /// As the values of a QueryAudit. What is not wanted is not mentioned where agents of before
    /// would not know it.
    public Map<String, ConfigValue> values() {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("limit", ConfigValue.of(limit));
        before.ifPresent(micros -> values.put("before", ConfigValue.of(micros)));
        process.ifPresent(id -> values.put("collector_id", ConfigValue.of(id)));
        operation.ifPresent(each -> values.put("operation", ConfigValue.of(each.designName())));
        values.put("failures_only", ConfigValue.of(failuresOnly));
        if (changesOnly) {
            values.put("changes_only", ConfigValue.of(true));
        }
        if (headers) {
            values.put("headers", ConfigValue.of(true));
        }
        return values;
    }

    /// The time of an entry as [#before] counts it.
    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    boolean matches(AuditEntry entry) {
        return before.stream().allMatch(micros -> micros(entry.time()) < micros)
                && operation.stream().allMatch(wanted -> isOf(entry, wanted))
                && (!failuresOnly || isTrouble(entry.facts()))
                && kindIsWanted(entry);
    }

    private boolean kindIsWanted(AuditEntry entry) {
        return entry.facts() instanceof AuditFacts.Header
                ? headers
                : !changesOnly || entry.isNews();
    }

    private static boolean isOf(AuditEntry entry, CollectorOperation wanted) {
        return entry.call()
                .filter(call -> call.action().equals("rpc." + wanted.designName()))
                .isPresent();
    }

    private static boolean isTrouble(AuditFacts facts) {
        return switch (facts) {
            case AuditFacts.Outcome(_, var result) -> result.failed();
            case AuditFacts.Note(var kind, _, _) -> kind.evidence() || kind == NoteKind.GAP;
            case AuditFacts.Header _, AuditFacts.Intent _ -> false;
        };
    }

    private static CollectorOperation operation(String name) {
        return CollectorOperation.named(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "operation is one as in the design, e.g. Stop"));
    }

    private static boolean flag(Map<String, ConfigValue> values, String name) {
        return values.get(name) instanceof ConfigValue.Flag(var flag) && flag;
    }

    private static OptionalLong whole(Map<String, ConfigValue> values, String name) {
        return values.get(name) instanceof ConfigValue.Whole(var number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    private static Optional<String> text(Map<String, ConfigValue> values, String name) {
        return values.get(name) instanceof ConfigValue.Text(var text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
