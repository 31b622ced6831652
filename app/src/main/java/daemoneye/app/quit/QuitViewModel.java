package daemoneye.app.quit;

import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Asks before the window closes, or leaves its connection, if something would end with it: the
/// collectors of the agent that lives in it, or calls under way. Collectors cannot outlive their
/// agent, so leaving them is not offered. FX thread only.
public final class QuitViewModel {
    private final FleetModel fleet;
    private final OperationsViewModel operations;
    private final GuardViewModel guard;
    private final Supplier<Optional<String>> hostedAgent;
    private final Ticker ticker;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<QuitQuestion>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper(false);
    private Supplier<List<String>> unfinished = List::of;
    private Runnable onQuit = () -> {};
    private Ticker.Alarm alarm = () -> {};

    /// @param hostedAgent the agent that ends with this window, if there is one by now
    /// @param fxThread where the button comes alive
    public QuitViewModel(
            FleetModel fleet,
            OperationsViewModel operations,
            GuardViewModel guard,
            Supplier<Optional<String>> hostedAgent,
            Ticker ticker,
            Executor fxThread) {
        this.fleet = fleet;
        this.operations = operations;
        this.guard = guard;
        this.hostedAgent = hostedAgent;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// Asks also because of what would be left half done without a call being under way.
    ///
    /// @param what a few words each
    public void askAlso(Supplier<List<String>> what) {
        unfinished = what;
    }

    /// A person closes the window.
    ///
    /// @param quit runs if the person confirms
    /// @return true if nothing would be lost and the window may close at once
    public boolean mayQuit(Runnable quit) {
        return mayLeave(QuitWords.QUIT, quit);
    }

    /// A person chooses another connection.
    ///
    /// @param profile where to
    /// @param go runs if the person confirms
    /// @return true if nothing would be lost and the window may go there at once
    public boolean maySwitch(String profile, Runnable go) {
        return mayLeave(QuitWords.switchTo(profile), go);
    }

    private boolean mayLeave(QuitWords words, Runnable go) {
        var ends = ends();
        var inFlight = inFlight();
        if (ends.isEmpty() && inFlight.isEmpty()) {
            return true;
        }
        if (question.get().isEmpty()) {
            onQuit = go;
            armed.set(false);
            alarm = ticker.after(ConfirmViewModel.DEAD, () -> fxThread.execute(this::comeAlive));
            question.set(Optional.of(words.ask(ends, inFlight)));
        }
        return false;
    }

    private void comeAlive() {
        armed.set(question.get().isPresent());
    }

    // While the link is down their state is unknown, but they end all the same.
    private List<String> ends() {
        return fleet.snapshot().collectors().stream()
                .filter(view -> hostedAgent.get().filter(view.info().agentId()::equals).isPresent())
                .filter(view -> view.info().state().hasProcess())
                .map(view -> view.id().text())
                .toList();
    }

    private List<String> inFlight() {
        var calls =
                Stream.concat(
                        guard.waiting().stream().map(WaitingCall::title),
                        operations.inFlight().stream().map(OperationViewModel::title));
        return Stream.concat(unfinished.get().stream(), calls).toList();
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
