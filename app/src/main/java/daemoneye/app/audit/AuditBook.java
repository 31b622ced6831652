package daemoneye.app.audit;

import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.audit.entry.AuditTerms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/// The entries that this window was told, each once; at most [#MOST], of which the oldest go. For
/// one thread.
final class AuditBook {
    /// About 10 MB.
    static final int MOST = 5_000;

    private final Set<String> keys = new HashSet<>();
    private List<AuditRow> rows = List.of();
    private OptionalLong floor = OptionalLong.empty();
    private final Map<String, AuditRow> intents = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /// @return whether any of them is new
    boolean add(Collection<AuditRow> told) {
        var fresh = told.stream().filter(row -> keys.add(row.key())).toList();
        if (fresh.isEmpty()) {
            return false;
        }
        var all = new ArrayList<>(rows);
        all.addAll(fresh);
        var sorted = newestFirst(all);
        if (sorted.size() > MOST) {
            sorted.subList(MOST, sorted.size()).forEach(row -> keys.remove(row.key()));
            sorted = sorted.subList(0, MOST);
            floor = OptionalLong.of(sorted.getLast().micros());
        }
        rows = List.copyOf(sorted);
        index();
        return true;
    }

    private void index() {
        intents.clear();
        ended.clear();
        for (var row : rows) {
            row.call()
                    .ifPresent(
                            call -> {
                                if (row.isIntent()) {
                                    intents.put(call, row);
                                } else {
                                    ended.add(call);
                                }
                            });
        }
    }

    /// Logs are merged by time; within one the order is that of the numbers, whatever clocks did.
    private static List<AuditRow> newestFirst(List<AuditRow> all) {
        var logs = new HashMap<String, List<AuditRow>>();
        for (var row : all) {
            logs.computeIfAbsent(row.agent() + ' ' + row.process(), _ -> new ArrayList<>())
                    .add(row);
        }
        var heads =
                new PriorityQueue<List<AuditRow>>(
                        Comparator.comparing((List<AuditRow> log) -> log.getLast().time())
                                .reversed());
        for (var log : logs.values()) {
            log.sort(Comparator.comparingLong(AuditRow::sequence));
            heads.add(log);
        }
        var merged = new ArrayList<AuditRow>(all.size());
        for (var log = heads.poll(); log != null; log = heads.poll()) {
            merged.add(log.removeLast());
            if (!log.isEmpty()) {
                heads.add(log);
            }
        }
        return merged;
    }

    /// Those that are looked for, newest first.
    List<AuditRow> matching(AuditTerms terms) {
        return rows.stream()
                .filter(terms::test)
                .filter(row -> terms.intents() || !isEnded(row))
                .toList();
    }

    private boolean isEnded(AuditRow row) {
        return row.isIntent() && row.call().filter(ended::contains).isPresent();
    }

    /// Where the call of this outcome began.
    Optional<AuditRow> beginningOf(AuditRow row) {
        return row.isOutcome()
                ? row.call().flatMap(call -> Optional.ofNullable(intents.get(call)))
                : Optional.empty();
    }

    /// What this window was told stands at each place of each log.
    Map<String, String> witness() {
        var hashes = new HashMap<String, String>();
        rows.forEach(row -> hashes.put(row.place(), row.text("hash")));
        return hashes;
    }

    /// Older ones than this were here and had to go, microseconds since 1970; empty if none had.
    OptionalLong floor() {
        return floor;
    }

    OptionalLong newest() {
        return rows.stream().mapToLong(AuditRow::micros).max();
    }

    int size() {
        return rows.size();
    }
}
