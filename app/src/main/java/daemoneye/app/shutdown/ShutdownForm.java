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
import java.util.function.Consumer;

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
    private final ObjectProperty<WaveOrder> order =
            new SimpleObjectProperty<>(WaveOrder.SHARED_FIRST);

    /// @param targets all that somebody chose, as they were listed
    ShutdownForm(
            GuardViewModel guard,
            Ask.Question asked,
            List<String> targets,
            Consumer<ConfirmViewModel> onConfirmed) {
        this.guard = guard;
        this.targets = List.copyOf(targets);
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

    /// The same choices and words in answer to a question asked anew.
    ShutdownForm again(Ask.Question asked, Consumer<ConfirmViewModel> onConfirmed) {
        var fresh = new ShutdownForm(guard, asked, targets, onConfirmed);
        fresh.how.set(how.get());
        fresh.seconds.set(seconds.get());
        fresh.force.set(force.get());
        fresh.order.set(order.get());
        fresh.confirm.reasonProperty().set(confirm.reasonProperty().get());
        fresh.confirm.typedProperty().set(confirm.typedProperty().get());
        return fresh;
    }

    /// Those that will be asked, in the order that is chosen.
    List<String> inOrder() {
        var asked = confirm.questionProperty().get().stakes().intent().targets();
        return order.get().of(targets, asked);
    }

    Intent intent() {
        return new Intent(action(), targets);
    }

    /// All that somebody chose, as they were listed.
    public List<String> targets() {
        return targets;
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

    /// Which of several come first.
    public ObjectProperty<WaveOrder> orderProperty() {
        return order;
    }

    /// Whether the process is ended by force when the time is over.
    public BooleanProperty forceProperty() {
        return force;
    }
}
