package daemoneye.app.fx;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/// Counts the seconds of a wait, so that whoever waits can see that time passes.
public final class Seconds {
    private static final Duration ONE = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final Executor fxThread;
    private final LongConsumer onSecond;
    private final AtomicBoolean over = new AtomicBoolean();
    private final long since;

    private Seconds(Ticker ticker, Executor fxThread, LongConsumer onSecond) {
        this.ticker = ticker;
        this.fxThread = fxThread;
        this.onSecond = onSecond;
        since = ticker.nanos();
    }

    /// Begins at 0, which is told at once.
    ///
    /// @param fxThread where `onSecond` is told of each second that has passed
    /// @return ends it
    public static Runnable count(Ticker ticker, Executor fxThread, LongConsumer onSecond) {
        var counting = new Seconds(ticker, fxThread, onSecond);
        onSecond.accept(0);
        counting.next();
        return () -> counting.over.set(true);
    }

    private void next() {
        var _ = ticker.after(ONE, () -> fxThread.execute(this::tell));
    }

    private void tell() {
        if (!over.get()) {
            onSecond.accept(ticker.since(since).toSeconds());
            next();
        }
    }
}
