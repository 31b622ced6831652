package daemoneye.app.guard;

import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The answer to a question: what was typed, whether that is enough, and for how long the button
/// has been held. The button is dead for [#DEAD] so that a double click can never reach it. FX
/// thread only.
public final class ConfirmViewModel {
    /// How long the button is dead after the question has appeared.
    public static final Duration DEAD = Duration.ofMillis(700);

    /// How long a dangerous action's button is held.
    public static final Duration HOLD = Duration.ofMillis(1500);

    private final Ticker ticker;
    private final Executor fxThread;
    private final Consumer<ConfirmViewModel> onConfirmed;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Ask.Question> question;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper holding = new ReadOnlyBooleanWrapper(false);
    private long since;
    private Ticker.Alarm alarm = () -> {};
    private boolean over;

    /// @param onConfirmed runs once, when the person has confirmed
    public ConfirmViewModel(
            Ask.Question question,
            Ticker ticker,
            Executor fxThread,
            Consumer<ConfirmViewModel> onConfirmed) {
        this.question = new ReadOnlyObjectWrapper<>(question);
        this.ticker = ticker;
        this.fxThread = fxThread;
        this.onConfirmed = onConfirmed;
        typed.subscribe(this::judge);
        reason.subscribe(this::judge);
        goDead();
    }

    private void goDead() {
        armed.set(false);
        alarm.cancel();
        since = ticker.nanos();
        alarm = ticker.after(DEAD, () -> fxThread.execute(this::comeAlive));
        judge();
    }

    private void comeAlive() {
        if (ticker.since(since).compareTo(DEAD) >= 0 && !armed.get()) {
            armed.set(true);
            judge();
        }
    }

    private void judge() {
        missing.set(wanting());
        ready.set(armed.get() && missing.get().isEmpty() && trouble.get().isEmpty() && !over);
        if (!ready.get()) {
            release();
        }
    }

    private String wanting() {
        var asked = question.get();
        var phrase = asked.phrase().orElse("");
        if (!typed.get().strip().equals(phrase) && !phrase.isEmpty()) {
            return asked.held()
                    ? Messages.text("guard.missing.words")
                    : Messages.text("guard.missing.phrase", phrase);
        }
        return asked.needsReason() && reason.get().isBlank()
                ? Messages.text("guard.missing.reason")
                : "";
    }

    /// The world has changed while the person reads: what is typed stays. A question that asks for
    /// more than before is dead again for a moment; a refusal is shown until it is lifted.
    public void revise(Ask now) {
        switch (now) {
            case Ask.Refused(var why) -> trouble.set(why);
            case Ask.Question again -> {
                trouble.set("");
                replace(again);
            }
            case Ask.AtOnce _, Ask.WithUndo _ -> trouble.set("");
        }
        judge();
    }

    private void replace(Ask.Question again) {
        var before = question.get();
        if (again.equals(before)) {
            return;
        }
        question.set(again);
        if (!again.phrase().equals(before.phrase()) || again.held() != before.held()) {
            goDead();
        }
    }

    /// Confirms, if nothing is missing. A button that has to be held confirms only by that.
    public void confirm() {
        if (ready.get() && !question.get().held()) {
            finish();
        }
    }

    /// The button of a dangerous action goes down.
    public void press() {
        if (ready.get() && question.get().held() && !holding.get()) {
            holding.set(true);
            since = ticker.nanos();
            alarm.cancel();
            alarm = ticker.after(HOLD, () -> fxThread.execute(this::held));
        }
    }

    /// It comes up again, too early.
    public void release() {
        if (holding.get()) {
            holding.set(false);
            alarm.cancel();
        }
    }

    private void held() {
        if (holding.get() && ready.get() && ticker.since(since).compareTo(HOLD) >= 0) {
            holding.set(false);
            finish();
        }
    }

    private void finish() {
        over = true;
        judge();
        onConfirmed.accept(this);
    }

    /// How far the dead time, or the holding, has come: 0 to 1.
    public double share() {
        var whole = armed.get() ? HOLD : DEAD;
        if (armed.get() && !holding.get()) {
            return 0;
        }
        return Math.clamp((double) ticker.since(since).toNanos() / whole.toNanos(), 0, 1);
    }

    /// What was typed as a reason; empty if nothing was.
    public Optional<String> reason() {
        return Optional.of(reason.get().strip()).filter(text -> !text.isEmpty());
    }

    public ReadOnlyObjectProperty<Ask.Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// The words that were to be typed, as they were.
    public StringProperty typedProperty() {
        return typed;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    /// Why it cannot be done at the moment; empty if it can.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What the person still has to do; empty if nothing.
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /// False while the button is dead after the question has appeared.
    public ReadOnlyBooleanProperty armedProperty() {
        return armed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty holdingProperty() {
        return holding.getReadOnlyProperty();
    }
}
