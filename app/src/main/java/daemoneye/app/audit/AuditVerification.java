package daemoneye.app.audit;

import daemoneye.app.audit.AuditVerdict.Level;
import daemoneye.app.audit.AuditVerdict.LogLine;
import daemoneye.app.audit.entry.AuditRow;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.client.audit.read.Fault;
import daemoneye.rpc.client.audit.told.ToldChain;
import daemoneye.rpc.client.audit.told.ToldVerdict;
import daemoneye.rpc.client.audit.told.ToldVerdict.Bad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// One check of what the agents tell: asks for every entry, reads and headers too, newest first,
/// until nobody has more or [AuditBook#MOST] are here; then hashes them anew and follows the chain
/// of each log. FX thread, but for the hashing.
final class AuditVerification {
    private static final int MOST_ROUNDS = 30;

    private final AuditQuestions questions;
    private final Optional<String> log;
    private final Map<String, String> witness;
    private final Executor workers;
    private final Executor fxThread;
    private final Consumer<AuditVerdict> then;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<AuditRow>> logs = new TreeMap<>();
    private final Map<String, Long> unreadable = new HashMap<>();
    private int errors;
    private int rounds;

    /// @param log only this one
    /// @param witness hashes that this window was told before, by place
    AuditVerification(
            AuditQuestions questions,
            Optional<String> log,
            Map<String, String> witness,
            Executor workers,
            Executor fxThread,
            Consumer<AuditVerdict> then) {
        this.questions = questions;
        this.log = log;
        this.witness = Map.copyOf(witness);
        this.workers = workers;
        this.fxThread = fxThread;
        this.then = then;
    }

    void begin() {
        ask(OptionalLong.empty());
    }

    private void ask(OptionalLong before) {
        questions.ask(
                plain ->
                        new AuditFilter(
                                AuditFilter.MOST,
                                before,
                                log,
                                Optional.empty(),
                                false,
                                false,
                                !plain),
                this::answered);
    }

    private void answered(AuditAnswer answer) {
        rounds++;
        errors = Math.max(errors, answer.errors().size());
        answer.unreadable().forEach((agent, lines) -> unreadable.merge(agent, lines, Math::max));
        for (var row : answer.rows()) {
            if (seen.add(row.key())) {
                logs.computeIfAbsent(row.process() + '\n' + row.agent(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        boolean enough = seen.size() >= AuditBook.MOST || rounds >= MOST_ROUNDS;
        if (answer.next().isPresent() && !enough) {
            ask(answer.next());
        } else {
            var found = new Told(Map.copyOf(logs), answer.next());
            workers.execute(() -> judge(found));
        }
    }

    private record Told(Map<String, List<AuditRow>> logs, OptionalLong next) {}

    private void judge(Told told) {
        var lines = new ArrayList<LogLine>();
        long entries = 0;
        for (var log : new TreeMap<>(told.logs()).values()) {
            var verdict = verify(log);
            entries += verdict.entries();
            lines.add(VerdictWords.line(verdict, rewritten(log)));
        }
        unreadable.forEach(
                (agent, count) -> {
                    if (count > 0) {
                        lines.add(VerdictWords.unreadable(agent, count));
                    }
                });
        lines.sort(Comparator.comparing(LogLine::level));
        var level = lines.isEmpty() ? Level.NOTHING : lines.getFirst().level();
        var verdict = VerdictWords.verdict(level, lines, entries, errors, told.next(), questions);
        fxThread.execute(() -> then.accept(verdict));
    }

    private static ToldVerdict verify(List<AuditRow> log) {
        return ToldChain.verify(
                log.getFirst().process(), log.stream().map(AuditRow::fields).toList());
    }

    /// The first place of the log where this window was told something else before.
    private Optional<Bad> rewritten(List<AuditRow> log) {
        return log.stream()
                .filter(row -> !witness.getOrDefault(row.place(), hash(row)).equals(hash(row)))
                .min(Comparator.comparingLong(AuditRow::sequence))
                .map(row -> new Bad(row.sequence(), Fault.CUT));
    }

    private static String hash(AuditRow row) {
        return row.text("hash");
    }
}
