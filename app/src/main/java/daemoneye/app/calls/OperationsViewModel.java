package daemoneye.app.calls;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;
import java.util.concurrent.Executor;

/// Everything this console asked for, newest first; at most [#KEPT]. They survive navigation.
/// FX thread only.
public final class OperationsViewModel {
    /// Operations kept in the list.
    public static final int KEPT = 200;

    private final RpcCaller caller;
    private final String clientId;
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
        this.clientId = clientId;
        this.ticker = ticker;
        this.fxThread = fxThread;
    }

    /// Begins the action; does nothing if the same one is still running on the same collector, so
    /// that a second press cannot do it twice.
    public void begin(CollectorAction action, String collector) {
        if (isRunning(action, collector)) {
            return;
        }
        var request = request(action, new CollectorId(collector));
        var operation =
                new OperationViewModel(
                        request.requestId(),
                        action,
                        collector,
                        ticker.now(),
                        ticker.nanos(),
                        action.operation().timeout().standard());
        all.addFirst(operation);
        if (all.size() > KEPT) {
            all.removeLast();
        }
        newest.set(Optional.of(operation));
        operation.stateProperty().subscribe(state -> revision.set(revision.get() + 1));
        var _ =
                caller.call(
                                request,
                                step -> fxThread.execute(() -> operation.progress(stepOf(step))))
                        .thenAccept(outcome -> fxThread.execute(() -> operation.end(outcome)));
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

    private RpcRequest request(CollectorAction action, CollectorId id) {
        var timeout = action.operation().timeout().standard();
        return switch (action) {
            case HEALTH_CHECK -> RpcRequest.healthCheck(clientId, id, timeout, ticker.now());
            case START, STOP, RESTART, PAUSE, RESUME ->
                    RpcRequest.lifecycle(
                            clientId,
                            action.operation(),
                            CollectorLifecycleRequest.of(id),
                            timeout,
                            ticker.now());
        };
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
        return all.stream()
                .anyMatch(
                        each ->
                                each.action() == action
                                        && each.collector().equals(collector)
                                        && each.stateProperty().get() == OperationState.RUNNING);
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
