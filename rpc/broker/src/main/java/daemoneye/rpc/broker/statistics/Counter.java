package daemoneye.rpc.broker.statistics;

import java.util.concurrent.atomic.AtomicLong;

/// A number that one thread counts up and any thread reads, cheaper than a shared counter: no
/// atomic instruction is needed where only one thread writes.
public final class Counter {
    private final AtomicLong value = new AtomicLong();

    /// Counts one. For the loop thread only.
    public void one() {
        add(1);
    }

    /// Counts up or down. For the loop thread only.
    public void add(long more) {
        value.setOpaque(value.getPlain() + more);
    }

    /// The count so far; a thread other than the loop may see it a moment late.
    public long read() {
        return value.getOpaque();
    }
}
