package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.AuditDraft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What could not be written: outcomes of changes are kept, the rest is counted. Safe from any
/// thread.
final class Backlog {
    static final int MOST_KEPT = 1_000;

    private final Deque<AuditDraft> kept = new ArrayDeque<>();
    private long missing;

    /// @param missing entries that will never be written
    /// @param kept entries to be written now, oldest first
    record Debt(long missing, List<AuditDraft> kept) {}

    synchronized void add(Waiting entry) {
        if (entry.precious() && kept.size() < MOST_KEPT) {
            kept.add(entry.draft());
        } else {
            missing++;
        }
    }

    synchronized boolean isEmpty() {
        return missing == 0 && kept.isEmpty();
    }

    synchronized Debt debt() {
        return new Debt(missing, List.copyOf(kept));
    }

    /// It is on disk.
    synchronized void paid(Debt debt) {
        missing -= debt.missing();
        debt.kept().forEach(each -> kept.remove());
    }
}
