package daemoneye.app.guard;

import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// A confirmed action in the seconds before it is sent, in which it can still be taken back without
/// a trace. FX thread only.
public final class WaitingCall {
    /// How long one can still cancel.
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Intent intent;
    private final Ticker ticker;
    private final Runnable onSend;
    private final long since;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
    private final List<Ticker.Alarm> alarms = new ArrayList<>();

    WaitingCall(Intent intent, Ticker ticker, Executor fxThread, Runnable onSend) {
        this.intent = intent;
        this.ticker = ticker;
        this.onSend = onSend;
        since = ticker.nanos();
        tick();
        for (var at = SECOND; at.compareTo(GRACE) <= 0; at = at.plus(SECOND)) {
            alarms.add(ticker.after(at, () -> fxThread.execute(this::tick)));
        }
    }

    private void tick() {
        if (over.get()) {
            return;
        }
        var left = GRACE.minus(ticker.since(since));
        if (left.isPositive()) {
            text.set(Messages.text("guard.waiting", left.plusMillis(999).toSeconds()));
        } else {
            over.set(true);
            onSend.run();
        }
    }

    /// Takes it back; nothing is sent.
    public void cancel() {
        alarms.forEach(Ticker.Alarm::cancel);
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
