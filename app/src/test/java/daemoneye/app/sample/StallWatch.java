package daemoneye.app.sample;

import daemoneye.app.fx.FxThread;
import daemoneye.rpc.protocol.time.SystemTicker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks the FX thread a hundred times a second whether it is there, and keeps how long each answer
/// took: whoever clicks in between waits as long.
public final class StallWatch implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);

    private final SystemTicker ticker;
    private final WindowWork work = new WindowWork();
    private final List<Long> waits = new ArrayList<>();
    private final List<Long> busy = new ArrayList<>();
    private boolean asked;
    private volatile boolean closed;

    public StallWatch(SystemTicker ticker) {
        this.ticker = ticker;
        ask();
    }

    private synchronized void ask() {
        if (closed) {
            return;
        }
        var _ = ticker.after(STEP, this::ask);
        if (!asked) {
            asked = true;
            long since = ticker.nanos();
            long spent = work.nanos();
            FxThread.run(() -> answered(since, spent));
        }
    }

    private synchronized void answered(long since, long spent) {
        waits.add(ticker.since(since).toNanos());
        busy.add(work.nanos() - spent);
        asked = false;
    }

    /// What was measured since this was last asked.
    public synchronized String tell() {
        var line =
                "  FX thread away        %s%n  its work meanwhile    %s"
                        .formatted(Quantiles.of(waits), Quantiles.of(busy));
        waits.clear();
        busy.clear();
        return line;
    }

    @Override
    public void close() {
        closed = true;
    }
}
