package daemoneye.app.audit.entry;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// What somebody looks for in the audit logs: words and tokens, all of which must hold.
///
/// ```
/// actor:kim collector:procmond operation:Restart result:failed code:BUSY id:bab69 log:agent-vm
/// agent:web since:1h until:14:30 failures reads intents
/// ```
///
/// Reads that went well are left out unless `reads` is said, and the beginning of a call whose end
/// is there unless `intents` is.
///
/// @param complaint what cannot be understood, one sentence; empty text if all is well
public record AuditTerms(
        List<Predicate<AuditRow>> conditions,
        Optional<Instant> since,
        Optional<String> log,
        Optional<CollectorOperation> operation,
        boolean failures,
        boolean reads,
        boolean intents,
        String complaint) {
    /// Characters that are looked at.
    public static final int MOST = 1_000;

    private static final int MOST_SHOWN = 40;

    public AuditTerms {
        conditions = List.copyOf(conditions);
    }

    /// @param now what `since:1h` counts from
    /// @param zone of times without one
    public static AuditTerms parse(String typed, Instant now, ZoneId zone) {
        var reading = new Reading(now, zone);
        for (var term : SafeText.of(typed, MOST).split("[\\s\\p{Z}]+", -1)) {
            if (!term.isEmpty()) {
                reading.take(term);
            }
        }
        return reading.terms();
    }

    /// What agents can look for themselves.
    ///
    /// @param plain only what every agent knows
    public AuditFilter filter(int limit, OptionalLong before, boolean plain) {
        return new AuditFilter(limit, before, log, operation, failures, !plain && !reads, false);
    }

    /// Whether the entry is looked for. Whether a beginning has its end is not looked at.
    public boolean test(AuditRow row) {
        return (reads || !row.isQuietRead())
                && (!failures || row.isTrouble())
                && conditions.stream().allMatch(each -> each.test(row));
    }

    /// Whether the agents would be asked for the same.
    public boolean asksAs(AuditTerms other) {
        return log.equals(other.log)
                && operation.equals(other.operation)
                && failures == other.failures
                && reads == other.reads
                && since.isPresent() == other.since.isPresent();
    }

    private static final class Reading {
        private final Instant now;
        private final ZoneId zone;
        private final List<Predicate<AuditRow>> conditions = new ArrayList<>();
        private Optional<Instant> since = Optional.empty();
        private Optional<String> log = Optional.empty();
        private Optional<CollectorOperation> operation = Optional.empty();
        private boolean failures;
        private boolean reads;
        private boolean intents;
        private String complaint = "";

        Reading(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void take(String term) {
            int colon = term.indexOf(':');
            var word = term.toLowerCase(Locale.ROOT);
            if (colon <= 0) {
                word(word);
            } else if (colon == term.length() - 1) {
                complain("audit.wrong.empty", term);
            } else {
                token(word.substring(0, colon), word.substring(colon + 1), term);
            }
        }

        private void word(String word) {
            switch (word) {
                case "failures" -> failures = true;
                case "reads" -> reads = true;
                case "intents" -> intents = true;
                default -> conditions.add(row -> anywhere(row, word));
            }
        }

        private void token(String name, String value, String term) {
            switch (name) {
                case "actor", "who" -> text("actor", value);
                case "client" -> text("client_id", value);
                case "code" -> text("error_code", value);
                case "id" -> conditions.add(row -> low(row, "correlation_id").startsWith(value));
                case "agent" -> conditions.add(row -> low(row.agent()).contains(value));
                case "collector" -> conditions.add(row -> isAbout(row, value));
                case "operation", "op" -> operation(value);
                case "log" -> log(value);
                case "result" -> conditions.add(row -> hasResult(row, value));
                case "since" -> since(value);
                case "until" ->
                        time(value)
                                .ifPresent(end -> conditions.add(row -> row.time().isBefore(end)));
                default -> complain("audit.wrong.token", term);
            }
        }

        private void text(String field, String value) {
            conditions.add(row -> low(row, field).contains(value));
        }

        private void operation(String value) {
            operation = CollectorOperation.named(value);
            if (operation.filter(each -> !each.changes()).isPresent()) {
                reads = true;
            }
            conditions.add(row -> low(row.operation()).startsWith(value));
        }

        // Agents refuse what is no id; whoever still types may mean one.
        private void log(String value) {
            log = Optional.of(value).filter(id -> CollectorId.fault(id).isEmpty());
            conditions.add(row -> low(row.process()).equals(value));
        }

        private void since(String value) {
            since = time(value);
            since.ifPresent(begin -> conditions.add(row -> !row.time().isBefore(begin)));
        }

        private Optional<Instant> time(String value) {
            var time = GivenTime.parse(value, now, zone);
            if (time.isEmpty()) {
                complain("audit.wrong.time", value);
            }
            return time;
        }

        private void complain(String key, String term) {
            if (complaint.isEmpty()) {
                complaint = Messages.text(key, SafeText.of(term, MOST_SHOWN));
            }
        }

        AuditTerms terms() {
            return new AuditTerms(
                    conditions, since, log, operation, failures, reads, intents, complaint);
        }
    }

    private static boolean isAbout(AuditRow row, String collector) {
        return low(row.process()).equals(collector)
                || low(row.object()).equals(collector)
                || low(row.who()).equals(collector);
    }

    private static boolean hasResult(AuditRow row, String value) {
        var result = low(row, "result");
        return result.startsWith(value)
                || (row.failed() && "failed".startsWith(value))
                || (row.isOutcome() && !row.failed() && "done".startsWith(value));
    }

    private static boolean anywhere(AuditRow row, String word) {
        return low(row.agent()).contains(word)
                || row.fields().keySet().stream().anyMatch(name -> low(row, name).contains(word));
    }

    private static String low(AuditRow row, String field) {
        return low(row.text(field));
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
