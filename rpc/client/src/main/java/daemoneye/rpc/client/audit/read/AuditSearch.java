package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.format.AuditEntry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks for entries in several logs at once, newest first, and merges them by time. Within one log
/// the order is that of its numbers, whatever clocks did. For one thread.
///
/// Bounded in what it reads and in what it finds: a page that is not full may still tell where to
/// go on.
public final class AuditSearch {
    /// Read for one page at most.
    static final long MOST_READ = 32L << 20;

    /// Estimated bytes of a page on the wire at most: a frame has 1 MiB.
    static final long MOST_FOUND = 700L << 10;

    /// Hashes, names and numbers of an entry; reasons come on top.
    private static final int ENTRY = 900;

    private final AuditDisk disk;

    public AuditSearch(AuditDisk disk) {
        this.disk = disk;
    }

    /// @param processes whose logs are looked at
    public AuditPage newest(Collection<String> processes, AuditFilter filter) throws IOException {
        var logs = new ArrayList<Log>();
        try {
            for (var process : processes) {
                if (filter.process().stream().allMatch(process::equals)) {
                    logs.add(new Log(new NewestFirst(disk, process)));
                }
            }
            return merge(logs, filter);
        } finally {
            for (var log : logs) {
                log.entries.close();
            }
        }
    }

    private static AuditPage merge(List<Log> logs, AuditFilter filter) throws IOException {
        var hits = new ArrayList<AuditHit>();
        long found = 0;
        for (var log = newest(logs); log.isPresent(); log = newest(logs)) {
            var entry = log.get().head.orElseThrow();
            boolean full = hits.size() >= filter.limit() || found >= MOST_FOUND;
            if (full && !sameTime(entry, hits.getLast().entry())) {
                return page(hits, logs, OptionalLong.of(time(hits.getLast().entry())));
            }
            if (bytes(logs) > MOST_READ) {
                return page(hits, logs, OptionalLong.of(time(entry) + 1));
            }
            if (filter.matches(entry)) {
                hits.add(new AuditHit(log.get().entries.process(), entry));
                found += size(entry);
            }
            log.get().advance();
        }
        return page(hits, logs, OptionalLong.empty());
    }

    private static Optional<Log> newest(List<Log> logs) {
        return logs.stream()
                .filter(log -> log.head.isPresent())
                .max(Comparator.comparing(log -> log.head.orElseThrow().time()));
    }

    private static AuditPage page(List<AuditHit> hits, List<Log> logs, OptionalLong next) {
        long unreadable = logs.stream().mapToLong(log -> log.entries.unreadable()).sum();
        return new AuditPage(hits, next, unreadable);
    }

    private static boolean sameTime(AuditEntry one, AuditEntry other) {
        return time(one) == time(other);
    }

    private static long time(AuditEntry entry) {
        return AuditFilter.micros(entry.time());
    }

    private static long bytes(List<Log> logs) {
        return logs.stream().mapToLong(log -> log.entries.bytes()).sum();
    }

    private static long size(AuditEntry entry) {
        return ENTRY
                + 3L * entry.call().flatMap(call -> call.reason().map(String::length)).orElse(0);
    }

    private static final class Log {
        private final NewestFirst entries;
        private Optional<AuditEntry> head;

        Log(NewestFirst entries) throws IOException {
            this.entries = entries;
            this.head = entries.next();
        }

        void advance() throws IOException {
            head = entries.next();
        }
    }
}
