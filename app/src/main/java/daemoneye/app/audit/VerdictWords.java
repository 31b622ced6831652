package daemoneye.app.audit;

import daemoneye.app.audit.AuditVerdict.Level;
import daemoneye.app.audit.AuditVerdict.LogLine;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.audit.told.ToldVerdict;
import daemoneye.rpc.client.audit.told.ToldVerdict.Bad;
import daemoneye.rpc.client.audit.told.ToldVerdict.Span;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A check's outcome in words.
final class VerdictWords {
    private VerdictWords() {}

    static LogLine line(ToldVerdict verdict, Optional<Bad> rewritten) {
        var log = verdict.process();
        if (verdict.bad().or(() -> rewritten).isPresent()) {
            return new LogLine(Level.BROKEN, log, broken(verdict, rewritten));
        }
        if (!verdict.missing().isEmpty()) {
            long count = verdict.missing().stream().mapToLong(Span::count).sum();
            var first = verdict.missing().getFirst();
            return new LogLine(
                    Level.PARTIAL,
                    log,
                    Messages.text(
                            "audit.verdict.missing", verdict.entries(), count, first.first()));
        }
        if (verdict.unknown() > 0) {
            return new LogLine(
                    Level.PARTIAL,
                    log,
                    Messages.text("audit.verdict.unknown", verdict.entries(), verdict.unknown()));
        }
        var key = verdict.first() == 1 ? "audit.verdict.fromFirst" : "audit.verdict.fromMiddle";
        return new LogLine(
                Level.WHOLE,
                log,
                Messages.text(key, verdict.entries(), verdict.first(), verdict.last()));
    }

    private static String broken(ToldVerdict verdict, Optional<Bad> rewritten) {
        var bad = verdict.bad().or(() -> rewritten).orElseThrow();
        var key = verdict.bad().isPresent() ? bad.fault().wireName() : "rewritten";
        return Messages.text(
                "audit.verdict.bad",
                bad.sequence(),
                Messages.text("audit.fault." + key),
                verdict.entries());
    }

    static LogLine unreadable(String agent, long count) {
        return new LogLine(Level.BROKEN, agent, Messages.text("audit.verdict.unreadable", count));
    }

    /// @param next where older ones begin that were not asked for
    static AuditVerdict verdict(
            Level level,
            List<LogLine> lines,
            long entries,
            int errors,
            OptionalLong next,
            AuditQuestions questions) {
        var shown = level == Level.WHOLE && errors > 0 ? Level.PARTIAL : level;
        long broken = lines.stream().filter(line -> line.level() == Level.BROKEN).count();
        var headline =
                Messages.text("audit.verdict." + shown.name(), entries, lines.size(), broken);
        var limits = new StringBuilder(Messages.text("audit.verdict.limits"));
        if (next.isPresent()) {
            var back = Instant.EPOCH.plus(next.getAsLong(), ChronoUnit.MICROS);
            add(limits, Messages.text("audit.verdict.back", Wording.day(back)));
        }
        if (errors > 0) {
            add(limits, Messages.text("audit.verdict.silent", errors));
        }
        if (questions.isPlain()) {
            add(limits, Messages.text("audit.verdict.plain"));
        }
        return new AuditVerdict(shown, headline, lines, limits.toString());
    }

    private static void add(StringBuilder to, String sentence) {
        to.append(' ').append(sentence);
    }
}
