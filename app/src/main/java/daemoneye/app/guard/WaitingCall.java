package daemoneye.app.guard;

import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.concurrent.Executor;

/// A confirmed action in the seconds before it is sent, in which it can still be taken back without
/// a trace. FX thread only.
public final class WaitingCall {
    /// How long one can still cancel.
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Intent intent;
    private final Ticker ticker;
    private final Executor fxThread;
    private final Runnable onSend;
    private final long since;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
    private Ticker.Alarm alarm = () -> {};

    WaitingCall(Intent intent, Ticker ticker, Executor fxThread, Runnable onSend) {
        this.intent = intent;
        this.ticker = ticker;
        this.fxThread = fxThread;
        this.onSend = onSend;
        since = ticker.nanos();
        tick();
    }

    private void tick() {
        if (over.get()) {
            return;
        }
        var left = GRACE.minus(ticker.since(since));
        if (left.isPositive()) {
            text.set(Messages.text("guard.waiting", left.plusMillis(999).toSeconds()));
            var next = left.compareTo(SECOND) < 0 ? left : SECOND;
            alarm = ticker.after(next, () -> fxThread.execute(this::tick));
        } else {
            over.set(true);
            onSend.run();
        }
    }

    /// Takes it back; nothing is sent.
    public void cancel() {
        alarm.cancel();
        over.set(true);
    }

    /// Verb and object.
    public String title() {
        return intent.title();
    }

    public Intent intent() {
        return intent;
    }

    /// "Sent in 4 s".
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Sent, or taken back.
    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }
}
