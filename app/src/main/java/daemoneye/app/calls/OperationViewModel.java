package daemoneye.app.calls;

import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.payload.HealthCheckData;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One call that a person began, from the click to its outcome. FX thread only.
public final class OperationViewModel {
    private final RequestId requestId;
    private final CollectorAction action;
    private final String collector;
    private final Instant began;
    private final Duration allowed;
    private final long beganNanos;
    private boolean oneOfSeveral;
    private final ReadOnlyStringWrapper step =
            new ReadOnlyStringWrapper(Messages.text("operation.sent"));
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<OperationState> state =
            new ReadOnlyObjectWrapper<>(OperationState.RUNNING);
    private final ReadOnlyObjectWrapper<Optional<CallOutcome>> ended =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    OperationViewModel(
            RequestId requestId,
            CollectorAction action,
            String collector,
            Instant began,
            long beganNanos,
            Duration allowed) {
        this.requestId = requestId;
        this.action = action;
        this.collector = collector;
        this.began = began;
        this.beganNanos = beganNanos;
        this.allowed = allowed;
    }

    /// It is one of several: whoever began them all tells how they ended.
    public void joinOthers() {
        oneOfSeveral = true;
    }

    public boolean isOneOfSeveral() {
        return oneOfSeveral;
    }

    void tick(long nowNanos) {
        if (state.get() == OperationState.RUNNING) {
            var elapsed = Duration.ofNanos(nowNanos - beganNanos);
            share.set(Math.min(1, (double) elapsed.toMillis() / allowed.toMillis()));
            time.set(Messages.text("operation.time", elapsed.toSeconds(), allowed.toSeconds()));
        }
    }

    void progress(String newStep) {
        step.set(newStep);
    }

    void end(CallOutcome outcome) {
        ended.set(Optional.of(outcome));
        switch (outcome) {
            case CallOutcome.Done done -> end(OperationState.DONE, success(done), done.took());
            case CallOutcome.Failed failed ->
                    end(stateOf(failed.error()), failure(failed.error()), failed.took());
        }
    }

    private void end(OperationState newState, String sentence, Duration took) {
        share.set(1);
        time.set(Wording.millis(took));
        step.set(sentence);
        state.set(newState);
    }

    private static OperationState stateOf(RpcError error) {
        return error.certainty() == ExecutionCertainty.UNKNOWN
                ? OperationState.UNKNOWN
                : OperationState.FAILED;
    }

    private static String success(CallOutcome.Done done) {
        var payload = done.response().payload();
        return payload.isPresent() && payload.get() instanceof HealthCheckData health
                ? Messages.text("operation.health", health.status().wireName())
                : Messages.text("operation.done");
    }

    private static String failure(RpcError error) {
        return error.known()
                .map(ErrorCode::nextStep)
                .map(next -> error.message() + " " + next)
                .orElse(error.message());
    }

    /// Of the call, all its tries, and its audit entries.
    public RequestId requestId() {
        return requestId;
    }

    public CollectorAction action() {
        return action;
    }

    public String collector() {
        return collector;
    }

    public Instant began() {
        return began;
    }

    /// Verb and object.
    public String title() {
        return action.title(collector);
    }

    /// How it ended, with everything the answer says; empty while it runs. Set before the state.
    public ReadOnlyObjectProperty<Optional<CallOutcome>> outcomeProperty() {
        return ended.getReadOnlyProperty();
    }

    /// What it does at the moment, or how it ended and what to do next.
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Share of the allowed time that is used, 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// "3 of 30 s" while it runs, then what it took.
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OperationState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
