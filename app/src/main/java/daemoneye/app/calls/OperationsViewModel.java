package daemoneye.app.calls;

import daemoneye.app.breakers.BreakersViewModel;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Everything this console asked for, newest first; at most [#KEPT], of which those under way are
/// never dropped. They survive navigation. FX thread only.
public final class OperationsViewModel {
    /// Operations kept in the list.
    public static final int KEPT = 1000;

    private final RpcCaller caller;
    private final String clientId;
    private final RequestForm form;
    private final Ticker ticker;
    private final Executor fxThread;
    private final Inquiries inquiries;
    private final BreakersViewModel breakers;
    // Lists that filter by state see a change of state as an update.
    private final ObservableList<OperationViewModel> all =
            FXCollections.observableArrayList(each -> new Observable[] {each.stateProperty()});
    private final ReadOnlyObjectWrapper<Optional<OperationViewModel>> newest =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final Map<OperationViewModel, Subscription> following = new HashMap<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /// @param fxThread where outcomes are shown
    public OperationsViewModel(
            RpcCaller caller, String clientId, Ticker ticker, Executor fxThread) {
        this.caller = caller;
        this.clientId = clientId;
        this.form = new RequestForm(clientId, ticker);
        this.ticker = ticker;
        this.fxThread = fxThread;
        this.inquiries = new Inquiries(new Calls(caller, clientId, ticker), ticker, fxThread);
        this.breakers = new BreakersViewModel(fxThread);
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
        return send(
                form.of(action, new CollectorId(collector), terms), action, collector, onProgress);
    }

    /// Begins a change of settings; the same rules hold.
    public OperationViewModel begin(ConfigUpdateRequest changes) {
        var collector = changes.collectorId().text();
        return running(CollectorAction.CONFIGURE, collector)
                .orElseGet(
                        () ->
                                send(
                                        form.update(changes),
                                        CollectorAction.CONFIGURE,
                                        collector,
                                        _ -> {}));
    }

    /// Questions that change nothing, asked through the same connection.
    public Calls calls() {
        return new Calls(caller, clientId, ticker);
    }

    private OperationViewModel send(
            RpcRequest request,
            CollectorAction action,
            String collector,
            Consumer<RpcResponse> onProgress) {
        var operation =
                new OperationViewModel(request, action, collector, ticker.now(), ticker.nanos());
        enlist(operation);
        var _ =
                caller.call(
                                request,
                                report ->
                                        fxThread.execute(
                                                () -> {
                                                    operation.say(stepOf(report), ticker.nanos());
                                                    onProgress.accept(report);
                                                }))
                        .thenAccept(
                                outcome ->
                                        fxThread.execute(
                                                () -> operation.end(outcome, ticker.nanos())));
        return operation;
    }

    private void enlist(OperationViewModel operation) {
        all.addFirst(operation);
        dropOldest();
        newest.set(Optional.of(operation));
        following.put(
                operation,
                operation.stateProperty().subscribe(state -> revision.set(revision.get() + 1)));
    }

    /// Lists the calls of another window that is no more, newest first as they are. They must have
    /// ended.
    public void takeOver(OperationsViewModel other) {
        var ended = List.copyOf(other.all);
        other.all.clear();
        other.following.values().forEach(Subscription::unsubscribe);
        other.following.clear();
        all.addAll(ended);
        dropOldest();
    }

    private void dropOldest() {
        for (int at = all.size() - 1; all.size() > KEPT && at > 0; at--) {
            if (all.get(at).stateProperty().get() != OperationState.RUNNING) {
                forget(all.remove(at));
            }
        }
    }

    private void forget(OperationViewModel operation) {
        Optional.ofNullable(following.remove(operation)).ifPresent(Subscription::unsubscribe);
    }

    /// Asks whoever works on it to stop; too late is told as such.
    public void cancel(OperationViewModel operation) {
        if (operation.cancellable().get()) {
            inquiries.cancel(operation);
        }
    }

    /// Asks what became of an operation whose outcome is unknown. Nothing is sent again.
    public void findOut(OperationViewModel operation) {
        if (operation.checkable().get()) {
            inquiries.findOut(operation);
        }
    }

    /// Shows as steps what the caller does of its own accord.
    ///
    /// @return stops it
    public Runnable follow(Resilience resilience) {
        var stopBreakers = breakers.follow(resilience);
        var stopSteps = resilience.watch(event -> fxThread.execute(() -> show(event)));
        return () -> {
            stopSteps.run();
            stopBreakers.run();
        };
    }

    private void show(ResilienceEvent event) {
        all.stream()
                .filter(each -> each.stateProperty().get() == OperationState.RUNNING)
                .filter(each -> CallerWords.concerns(event, each))
                .forEach(each -> show(event, each));
    }

    private void show(ResilienceEvent event, OperationViewModel operation) {
        if (event instanceof ResilienceEvent.Retrying again) {
            operation.tries(again.attempt(), again.attempts());
        }
        operation.say(CallerWords.of(event), ticker.nanos());
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
        breakers.tick();
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

    /// The breakers between this console and the collectors.
    public BreakersViewModel breakers() {
        return breakers;
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
