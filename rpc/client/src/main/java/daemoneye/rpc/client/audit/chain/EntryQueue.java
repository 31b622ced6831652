package daemoneye.rpc.client.audit.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Entries that wait for the writing thread. Safe from any thread.
final class EntryQueue {
    /// Beyond this, what nobody waits for and what changes nothing is refused: 20,000 entries of
    /// less than 1 KiB.
    static final int MOST = 20_000;

    /// Written at a time.
    static final int GROUP = 1_000;

    private final Deque<Waiting> queue = new ArrayDeque<>();

    /// @return false if there are too many
    synchronized boolean add(Waiting entry) {
        if (queue.size() >= MOST && !entry.urgent() && !entry.precious()) {
            return false;
        }
        queue.add(entry);
        return true;
    }

    /// The next group, oldest first; empty if nothing waits.
    synchronized List<Waiting> take() {
        var group = new ArrayList<Waiting>();
        while (group.size() < GROUP && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }

    synchronized List<Waiting> takeAll() {
        var all = List.copyOf(queue);
        queue.clear();
        return all;
    }
}
