package daemoneye.rpc.collector.executables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Hashes by file, computed once per content and a bounded number of bytes at a time: the smallest
/// rests first, so that one huge executable holds up nobody. Not for several threads.
final class HashBook {
    /// Files that are remembered, and that may wait; more are not hashed.
    static final int MOST = 4_096;

    private final Map<FileIdentity, String> known = new LinkedHashMap<>();
    private final Map<FileIdentity, HashJob> waiting = new HashMap<>();
    private final Map<FileIdentity, String> unreadable = new LinkedHashMap<>();
    private final ByteBuffer buffer = HashJob.buffer();
    private HashRule rule = HashRule.OFF;

    /// Hashes by this from now on; what was hashed by another rule is forgotten.
    ///
    /// @return whether it is another one
    boolean follow(HashRule now) {
        if (rule.equals(now)) {
            return false;
        }
        rule = now;
        known.clear();
        waiting.clear();
        unreadable.clear();
        return true;
    }

    HashRule rule() {
        return rule;
    }

    Optional<String> find(FileIdentity file) {
        return Optional.ofNullable(known.get(file));
    }

    int waiting() {
        return waiting.size();
    }

    int unreadable() {
        return unreadable.size();
    }

    boolean isUnreadable(FileIdentity file) {
        return unreadable.containsKey(file);
    }

    /// Sees to it that `content` is hashed soon, if it is not yet.
    void want(Path content, FileIdentity identity) {
        boolean settled = known.containsKey(identity) || unreadable.containsKey(identity);
        if (!settled && waiting.size() < MOST) {
            waiting.computeIfAbsent(identity, _ -> new HashJob(content, identity, rule));
        }
    }

    /// Reads up to `budget` bytes of those that wait.
    void work(long budget) {
        long left = budget;
        while (left > 0 && !waiting.isEmpty()) {
            var next = next();
            long before = next.left();
            step(next, left);
            left -= Math.max(1, before - next.left());
        }
    }

    private HashJob next() {
        return waiting.values().stream().min(Comparator.comparingLong(HashJob::left)).orElseThrow();
    }

    private void step(HashJob job, long most) {
        try {
            job.step(most, buffer).ifPresent(hash -> settle(known, job.identity(), hash));
        } catch (NoSuchFileException e) {
            waiting.remove(job.identity()); // its process ended: asked for again if another runs it
        } catch (IOException e) {
            settle(unreadable, job.identity(), String.valueOf(e.getMessage()));
        }
    }

    private void settle(Map<FileIdentity, String> where, FileIdentity file, String what) {
        waiting.remove(file);
        where.put(file, what);
        if (where.size() > MOST) {
            where.remove(where.keySet().iterator().next());
        }
    }

    /// Forgets what nobody asks for any more.
    void keep(Predicate<FileIdentity> used) {
        waiting.keySet().removeIf(used.negate());
        unreadable.keySet().removeIf(used.negate());
    }
}
