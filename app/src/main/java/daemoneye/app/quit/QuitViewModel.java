package daemoneye.app.quit;

import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Asks before the window closes if something would end with it: the collectors of the agent that
/// lives in it, or calls under way. Collectors cannot outlive their agent, so leaving them is not
/// offered. FX thread only.
public final class QuitViewModel {
    private final FleetModel fleet;
    private final OperationsViewModel operations;
    private final GuardViewModel guard;
    private final Optional<String> hostedAgent;
    private final Ticker ticker;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<QuitQuestion>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper(false);
    private Runnable onQuit = () -> {};
    private Ticker.Alarm alarm = () -> {};

    /// @param hostedAgent the agent that ends with this window, if there is one
    /// @param fxThread where the button comes alive
    public QuitViewModel(
            FleetModel fleet,
            OperationsViewModel operations,
            GuardViewModel guard,
            Optional<String> hostedAgent,
            Ticker ticker,
            Executor fxThread) {
        this.fleet = fleet;
        this.operations = operations;
        this.guard = guard;
        this.hostedAgent = hostedAgent;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// A person closes the window.
    ///
    /// @param quit runs if the person confirms
    /// @return true if nothing would be lost and the window may close at once
    public boolean mayQuit(Runnable quit) {
        var ends = ends();
        var inFlight = inFlight();
        if (ends.isEmpty() && inFlight.isEmpty()) {
            return true;
        }
        if (question.get().isEmpty()) {
            onQuit = quit;
            armed.set(false);
            alarm = ticker.after(ConfirmViewModel.DEAD, () -> fxThread.execute(this::comeAlive));
            question.set(Optional.of(ask(ends, inFlight)));
        }
        return false;
    }

    private void comeAlive() {
        armed.set(question.get().isPresent());
    }

    private static QuitQuestion ask(List<String> ends, List<String> inFlight) {
        return new QuitQuestion(
                ends.isEmpty()
                        ? Messages.text("quit.effect.calls", inFlight.size())
                        : Messages.text("quit.effect.hosted", ends.size()),
                ends,
                inFlight,
                ends.isEmpty()
                        ? Messages.text("quit.button.calls")
                        : Messages.text("quit.button.hosted", ends.size()));
    }

    // While the link is down their state is unknown, but they end all the same.
    private List<String> ends() {
        return fleet.snapshot().collectors().stream()
                .filter(view -> hostedAgent.filter(view.info().agentId()::equals).isPresent())
                .filter(view -> view.info().state().hasProcess())
                .map(view -> view.id().text())
                .toList();
    }

    private List<String> inFlight() {
        return Stream.concat(
                        guard.waiting().stream().map(WaitingCall::title),
                        operations.inFlight().stream().map(OperationViewModel::title))
                .toList();
    }

    /// The person means it.
    public void quit() {
        if (armed.get() && question.get().isPresent()) {
            stay();
            onQuit.run();
        }
    }

    /// The window stays.
    public void stay() {
        alarm.cancel();
        armed.set(false);
        question.set(Optional.empty());
    }

    /// The question that stands open.
    public ReadOnlyObjectProperty<Optional<QuitQuestion>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// False while the button is dead after the question has appeared.
    public ReadOnlyBooleanProperty armedProperty() {
        return armed.getReadOnlyProperty();
    }
}
