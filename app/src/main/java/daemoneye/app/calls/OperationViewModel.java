package daemoneye.app.calls;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.topic.Topic;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One call that a person began, from the click to its outcome. FX thread only.
public final class OperationViewModel {
    /// Steps that are kept; the oldest goes first.
    static final int STEPS = 100;

    private static final int MOST_TEXT = 600;

    /// What this console is asking about the operation at the moment.
    public enum Asking {
        NOTHING,
        TO_STOP,
        WHAT_HAPPENED
    }

    private final RpcRequest request;
    private final CollectorAction action;
    private final String collector;
    private final Instant began;
    private final long beganNanos;
    private boolean oneOfSeveral;
    private ExecutionCertainty certainty = ExecutionCertainty.UNKNOWN;
    private final ObservableList<OperationStep> steps = FXCollections.observableArrayList();
    private final ObservableList<OperationStep> shownSteps =
            FXCollections.unmodifiableObservableList(steps);
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper attempt =
            new ReadOnlyStringWrapper(Messages.text("operation.try.first"));
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<OperationState> state =
            new ReadOnlyObjectWrapper<>(OperationState.RUNNING);
    private final ReadOnlyObjectWrapper<Asking> asking =
            new ReadOnlyObjectWrapper<>(Asking.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<CallOutcome>> ended =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    OperationViewModel(
            RpcRequest request,
            CollectorAction action,
            String collector,
            Instant began,
            long beganNanos) {
        this.request = request;
        this.action = action;
        this.collector = collector;
        this.began = began;
        this.beganNanos = beganNanos;
        say(Messages.text("operation.sent"), beganNanos);
        tick(beganNanos);
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
            var allowed = Duration.ofMillis(request.timeoutMs());
            share.set(Math.min(1, (double) elapsed.toMillis() / allowed.toMillis()));
            time.set(Messages.text("operation.time", elapsed.toSeconds(), allowed.toSeconds()));
            var rest = allowed.minus(elapsed).plusMillis(999).toSeconds();
            left.set(Messages.text("operation.left", Math.max(0, rest)));
        }
    }

    /// Something has happened on the way.
    void say(String text, long nowNanos) {
        var safe = SafeText.of(text, MOST_TEXT);
        if (safe.isEmpty()) {
            return;
        }
        step.set(safe);
        steps.add(new OperationStep(Duration.ofNanos(nowNanos - beganNanos), safe));
        if (steps.size() > STEPS) {
            steps.removeFirst();
        }
    }

    void tries(int which, int most) {
        attempt.set(Messages.text("operation.try", which, most));
    }

    void ask(Asking what) {
        asking.set(what);
    }

    void end(CallOutcome outcome, long nowNanos) {
        ended.set(Optional.of(outcome));
        asking.set(Asking.NOTHING);
        end(OutcomeWords.of(outcome, action), nowNanos);
        time.set(Wording.took(outcome.took()));
    }

    /// What somebody found out about it later.
    void learn(Finding finding, long nowNanos) {
        if (state.get() == OperationState.UNKNOWN) {
            end(finding, nowNanos);
        }
        asking.set(Asking.NOTHING);
    }

    private void end(Finding finding, long nowNanos) {
        share.set(1);
        left.set("");
        certainty = finding.certainty();
        effect.set(effect(finding.certainty()));
        say(finding.sentence(), nowNanos);
        state.set(finding.state());
    }

    private String effect(ExecutionCertainty certainty) {
        return action.operation().changes()
                ? Messages.text("operation.effect." + certainty.wireName())
                : Messages.text("operation.effect.reads");
    }

    /// Whether it had an effect, as far as somebody knows by now. Set before the state.
    public ExecutionCertainty certainty() {
        return certainty;
    }

    /// Of the call, all its tries, and its audit entries.
    public RequestId requestId() {
        return request.requestId();
    }

    /// The same for people to copy: what logs and audit call it.
    public String correlation() {
        return request.requestId().toString();
    }

    /// Where it went.
    Topic target() {
        return request.target();
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

    long beganNanos() {
        return beganNanos;
    }

    /// Verb and object.
    public String title() {
        return action.title(collector);
    }

    /// How it ended, with everything the answer says; empty while it runs. Set before the state.
    public ReadOnlyObjectProperty<Optional<CallOutcome>> outcomeProperty() {
        return ended.getReadOnlyProperty();
    }

    /// Everything that happened on the way, oldest first; at most [#STEPS].
    public ObservableList<OperationStep> steps() {
        return shownSteps;
    }

    /// What it does at the moment, or how it ended and what to do next.
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// "attempt 2 of 3".
    public ReadOnlyStringProperty attemptProperty() {
        return attempt.getReadOnlyProperty();
    }

    /// "27 s left"; empty when it is over.
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Whether it had an effect, in words; empty while it runs.
    public ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
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

    /// Nothing again after what was found out is told by the others.
    public ReadOnlyObjectProperty<Asking> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Whether one can try to stop it now.
    public BooleanExpression cancellable() {
        return Bindings.createBooleanBinding(
                () -> state.get() == OperationState.RUNNING && asking.get() == Asking.NOTHING,
                state,
                asking);
    }

    /// Whether there is something to find out: it may have changed something, and nobody knows.
    public BooleanExpression checkable() {
        return Bindings.createBooleanBinding(
                () ->
                        state.get() == OperationState.UNKNOWN
                                && asking.get() == Asking.NOTHING
                                && action.operation().changes(),
                state,
                asking);
    }
}
