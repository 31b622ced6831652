package daemoneye.rpc.transport.wire;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Another ticker's time, with alarms that run on a loop. An alarm that is cancelled on the loop
/// never runs, even if it was due already.
final class LoopTicker implements Ticker {
    private final Ticker source;
    private final Executor loop;

    LoopTicker(Ticker source, Executor loop) {
        this.source = source;
        this.loop = loop;
    }

    @Override
    public long nanos() {
        return source.nanos();
    }

    @Override
    public Instant now() {
        return source.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        var over = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (over.compareAndSet(false, true)) {
                        task.run();
                    }
                };
        var alarm = source.after(delay, () -> loop.execute(once));
        return () -> {
            over.set(true);
            alarm.cancel();
        };
    }
}
