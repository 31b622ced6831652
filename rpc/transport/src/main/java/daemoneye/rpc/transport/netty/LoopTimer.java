package daemoneye.rpc.transport.netty;

import daemoneye.rpc.protocol.time.Ticker;

import io.netty.channel.EventLoop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// A clock with alarms on an event loop. Alarms that are set after the loop has ended never run.
final class LoopTimer implements Ticker {
    private final Ticker clock;
    private final EventLoop loop;

    LoopTimer(Ticker clock, EventLoop loop) {
        this.clock = clock;
        this.loop = loop;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        try {
            var scheduled = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }
}
