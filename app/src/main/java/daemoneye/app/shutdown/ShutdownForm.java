package daemoneye.app.shutdown;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.ShutdownHow;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a person chooses for a shutdown. What has to be typed and held follows from the choice. FX
/// thread only.
public final class ShutdownForm {
    /// Seconds for the cleanup. The whole call may take 300 s, and ending a process by force 10.
    public static final int MOST_SECONDS = 290;

    private final GuardViewModel guard;
    private final List<String> targets;
    private final ConfirmViewModel confirm;
    private final ObjectProperty<ShutdownHow> how =
            new SimpleObjectProperty<>(ShutdownHow.GRACEFUL);
    private final StringProperty seconds =
            new SimpleStringProperty(Long.toString(CallTerms.USUAL_TIME.toSeconds()));
    private final BooleanProperty force = new SimpleBooleanProperty(true);

    ShutdownForm(
            GuardViewModel guard,
            Ask.Question asked,
            java.util.function.Consumer<ConfirmViewModel> onConfirmed) {
        this.guard = guard;
        this.targets = asked.stakes().intent().targets();
        this.confirm = guard.confirm(asked, onConfirmed);
        how.subscribe(this::judge);
        seconds.subscribe(this::judge);
    }

    /// Looks again whether it can be done, and what has to be asked.
    void judge() {
        var ask = guard.decide(intent());
        var wrong = ask instanceof Ask.Refused ? Optional.<String>empty() : wrongTime();
        confirm.revise(wrong.<Ask>map(Ask.Refused::new).orElse(ask));
    }

    private Optional<String> wrongTime() {
        boolean needed = how.get() != ShutdownHow.EMERGENCY;
        return needed && time().isEmpty()
                ? Optional.of(Messages.text("shutdown.time.wrong", MOST_SECONDS))
                : Optional.empty();
    }

    private Optional<Duration> time() {
        var typed = seconds.get().strip();
        if (!typed.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(typed);
        return value >= 1 && value <= MOST_SECONDS
                ? Optional.of(Duration.ofSeconds(value))
                : Optional.empty();
    }

    Intent intent() {
        return new Intent(action(), targets);
    }

    CollectorAction action() {
        return how.get().action();
    }

    CallTerms terms() {
        return new CallTerms(
                confirm.reason(),
                Optional.empty(),
                how.get(),
                time().orElse(CallTerms.USUAL_TIME),
                force.get());
    }

    /// The rest of the question: words to type, reason, button.
    public ConfirmViewModel confirm() {
        return confirm;
    }

    public ObjectProperty<ShutdownHow> howProperty() {
        return how;
    }

    /// Time to finish, as typed.
    public StringProperty secondsProperty() {
        return seconds;
    }

    /// Whether the process is ended by force when the time is over.
    public BooleanProperty forceProperty() {
        return force;
    }
}
