package daemoneye.rpc.cli.fake;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.time.Instant;

/// Time in which every wait is over at once: the clock jumps, the task runs.
public final class HastyTicker implements Ticker {
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return ScriptedCaller.NOW;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        synchronized (this) {
            nanos += Math.max(0, delay.toNanos());
        }
        task.run();
        return () -> {};
    }
}
