package daemoneye.app.calls;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Everything this console asked for, newest first; at most [#KEPT]. They survive navigation.
/// FX thread only.
public final class OperationsViewModel {
    /// Operations kept in the list.
    public static final int KEPT = 200;

    private final RpcCaller caller;
    private final RequestForm form;
    private final Ticker ticker;
    private final Executor fxThread;
    private final ObservableList<OperationViewModel> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<OperationViewModel>> newest =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /// @param fxThread where outcomes are shown
    public OperationsViewModel(
            RpcCaller caller, String clientId, Ticker ticker, Executor fxThread) {
        this.caller = caller;
        this.form = new RequestForm(clientId, ticker);
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// Begins the action on these terms; does nothing if the same one is still running on the same
    /// collector, so that a second press cannot do it twice. Asks nobody: people come here through
    /// the guard.
    ///
    /// @return the operation, or the one that is running already
    public OperationViewModel begin(CollectorAction action, String collector, CallTerms terms) {
        return begin(action, collector, terms, _ -> {});
    }

    /// The same; each report on the way is handed on.
    public OperationViewModel begin(
            CollectorAction action,
            String collector,
            CallTerms terms,
            Consumer<RpcResponse> onProgress) {
        var running = running(action, collector);
        if (running.isPresent()) {
            return running.get();
        }
        var request = form.of(action, new CollectorId(collector), terms);
        var operation =
                new OperationViewModel(
                        request.requestId(),
                        action,
                        collector,
                        ticker.now(),
                        ticker.nanos(),
                        Duration.ofMillis(request.timeoutMs()));
        enlist(operation);
        var _ =
                caller.call(
                                request,
                                report ->
                                        fxThread.execute(
                                                () -> {
                                                    operation.progress(stepOf(report));
                                                    onProgress.accept(report);
                                                }))
                        .thenAccept(outcome -> fxThread.execute(() -> operation.end(outcome)));
        return operation;
    }

    private void enlist(OperationViewModel operation) {
        all.addFirst(operation);
        if (all.size() > KEPT) {
            all.removeLast();
        }
        newest.set(Optional.of(operation));
        operation.stateProperty().subscribe(state -> revision.set(revision.get() + 1));
    }

    /// Shows as steps what the caller does of its own accord.
    ///
    /// @return stops it
    public Runnable follow(Resilience resilience) {
        return resilience.watch(event -> fxThread.execute(() -> show(event)));
    }

    private void show(ResilienceEvent event) {
        all.stream()
                .filter(each -> each.stateProperty().get() == OperationState.RUNNING)
                .filter(each -> CallerWords.concerns(event, each))
                .forEach(each -> each.progress(CallerWords.of(event)));
    }

    private static String stepOf(RpcResponse response) {
        return response.payload()
                .filter(GenericPayload.class::isInstance)
                .map(payload -> ((GenericPayload) payload).values().get("step"))
                .map(Object::toString)
                .orElse("");
    }

    /// Lets the running ones show how long they have been at it.
    public void tick() {
        long now = ticker.nanos();
        all.forEach(operation -> operation.tick(now));
    }

    /// Whether this very action is under way on this collector.
    public boolean isRunning(CollectorAction action, String collector) {
        return running(action, collector).isPresent();
    }

    /// This action on this collector, if it is under way.
    public Optional<OperationViewModel> running(CollectorAction action, String collector) {
        return all.stream()
                .filter(each -> each.action() == action && each.collector().equals(collector))
                .filter(each -> each.stateProperty().get() == OperationState.RUNNING)
                .findFirst();
    }

    /// Everything that is under way.
    public List<OperationViewModel> inFlight() {
        return all.stream()
                .filter(each -> each.stateProperty().get() == OperationState.RUNNING)
                .toList();
    }

    public ObservableList<OperationViewModel> all() {
        return all;
    }

    /// Grows whenever an operation begins or ends.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The one begun last.
    public ReadOnlyObjectProperty<Optional<OperationViewModel>> newestProperty() {
        return newest.getReadOnlyProperty();
    }
}
