package daemoneye.app.rollout.run;

import daemoneye.app.config.talk.Desk;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;

/// Counts down to the moment at which old values come back by themselves. FX thread only.
final class Countdown {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Desk desk;
    private final Duration whole;
    private final Runnable onEnd;
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private Ticker.Alarm alarm = () -> {};
    private boolean counting;
    private long since;

    /// @param whole zero if there is none
    Countdown(Desk desk, Duration whole, Runnable onEnd) {
        this.desk = desk;
        this.whole = whole;
        this.onEnd = onEnd;
    }

    boolean isWanted() {
        return whole.isPositive();
    }

    void begin() {
        counting = true;
        since = desk.ticker().nanos();
        tick();
    }

    private void tick() {
        if (!counting) {
            return;
        }
        var rest = whole.minus(desk.ticker().since(since));
        if (!rest.isPositive()) {
            stop();
            onEnd.run();
            return;
        }
        long seconds = rest.plusMillis(999).toSeconds();
        left.set("%d:%02d".formatted(seconds / 60, seconds % 60));
        var pause = rest.compareTo(SECOND) < 0 ? rest : SECOND;
        alarm = desk.ticker().after(pause, () -> desk.fxThread().execute(this::tick));
    }

    void stop() {
        counting = false;
        alarm.cancel();
        left.set("");
    }

    ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }
}
