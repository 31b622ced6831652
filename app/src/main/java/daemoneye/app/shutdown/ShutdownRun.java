package daemoneye.app.shutdown;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationViewModel.Asking;
import daemoneye.app.calls.ShutdownHow;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One shutdown under way: phases, cleanup, countdown, end. Goes on whether or not anybody looks.
/// FX thread only.
public final class ShutdownRun {
    private final String collector;
    private final CallTerms terms;
    private final Ticker ticker;
    private final Instant sentAt;
    private final long sentNanos;
    private final ShutdownProgress progress;
    private final ReadOnlyObjectWrapper<List<ProgressLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper countdown = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StateKind> resultKind =
            new ReadOnlyObjectWrapper<>(StateKind.UNKNOWN);
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private Optional<OperationViewModel> operation = Optional.empty();
    private boolean asked;
    private final ReadOnlyBooleanWrapper nothingHappened = new ReadOnlyBooleanWrapper(false);

    /// Sent now.
    public ShutdownRun(String collector, CallTerms terms, Ticker ticker) {
        this.collector = collector;
        this.terms = terms;
        this.ticker = ticker;
        this.sentAt = ticker.now();
        this.sentNanos = ticker.nanos();
        this.progress = new ShutdownProgress(sentAt);
        refresh();
    }

    /// Tells of this call from now on, also of what somebody finds out about it later.
    public void follow(OperationViewModel call) {
        operation = Optional.of(call);
        call.outcomeProperty().subscribe(outcome -> outcome.ifPresent(this::end));
        call.askingProperty().subscribe(what -> asked |= what == Asking.WHAT_HAPPENED);
        call.stepProperty().subscribe(_ -> learn(call));
        call.stateProperty().subscribe(_ -> learn(call));
    }

    // Only of a call that ended without anybody knowing how can something be learnt.
    private void learn(OperationViewModel call) {
        if (!asked) {
            return;
        }
        result.set(call.stepProperty().get());
        switch (call.stateProperty().get()) {
            case RUNNING, UNKNOWN -> {}
            case DONE -> {
                progress.complete(Optional.empty(), Messages.text("shutdown.foundOut"), elapsed());
                resultKind.set(StateKind.HEALTHY);
            }
            case FAILED, CANCELLED -> {
                nothingHappened.set(call.certainty() == ExecutionCertainty.NOT_EXECUTED);
                progress.fail(Messages.text("shutdown.notDone"));
                resultKind.set(StateKind.FAILED);
            }
        }
        refresh();
    }

    /// A report on the way.
    public void report(RpcResponse response) {
        if (response.payload().orElse(null) instanceof GenericPayload(var values)) {
            ShutdownReport.facts(values).forEach(fact -> progress.add(fact, elapsed()));
            refresh();
        }
    }

    /// What the fleet says meanwhile.
    public void show(FleetSnapshot snapshot) {
        if (over.get()) {
            return;
        }
        if (snapshot.lastKnownAt().isPresent()) {
            trouble.set(Messages.text("shutdown.linkLost"));
        } else {
            trouble.set("");
            var view = find(snapshot);
            if (view.isEmpty() && snapshot.listed()) {
                trouble.set(Messages.text("shutdown.vanished", collector));
            }
            view.map(CollectorView::state).ifPresent(this::show);
        }
        refresh();
    }

    private Optional<CollectorView> find(FleetSnapshot snapshot) {
        return snapshot.collectors().stream()
                .filter(each -> each.id().text().equals(collector))
                .findFirst();
    }

    private void show(ProcessState state) {
        if (state == ProcessState.STOPPING) {
            progress.add(new ShutdownFact.Reached(ShutdownPhase.STOPPING), elapsed());
        }
    }

    private void end(CallOutcome outcome) {
        if (over.get()) {
            return;
        }
        trouble.set("");
        switch (outcome) {
            case CallOutcome.Done(var response, _) ->
                    done(
                            response.payload().orElse(null) instanceof GenericPayload(var values)
                                    ? values
                                    : Map.of());
            case CallOutcome.Failed(_, var error, _) -> failed(error);
        }
        over.set(true);
        refresh();
    }

    private void done(Map<String, ConfigValue> said) {
        ShutdownReport.tasks(said).forEach(task -> progress.add(task, elapsed()));
        var by = ShutdownReport.force(said);
        if (terms.how() == ShutdownHow.EMERGENCY) {
            by = Optional.of("kill");
        }
        var exit = ShutdownReport.text(said, "exit").orElse("");
        var took = Wording.age(elapsed());
        progress.complete(
                by,
                exit.isEmpty()
                        ? Messages.text("shutdown.gone", took)
                        : Messages.text("shutdown.gone.exit", took, exit),
                elapsed());
        boolean forced = by.isPresent();
        resultKind.set(forced ? StateKind.DEGRADED : StateKind.HEALTHY);
        result.set(Messages.text(forced ? "shutdown.result.forced" : "shutdown.result", collector));
    }

    private void failed(RpcError error) {
        boolean nothing = error.certainty() == ExecutionCertainty.NOT_EXECUTED;
        nothingHappened.set(nothing);
        var said = SafeText.of(error.message(), 300);
        var next = error.known().map(ErrorCode::nextStep).orElse("");
        progress.fail(Messages.text(nothing ? "shutdown.notDone" : "shutdown.notKnown"));
        resultKind.set(nothing ? StateKind.FAILED : StateKind.UNRESPONSIVE);
        result.set(
                Messages.text(
                        nothing ? "shutdown.result.nothing" : "shutdown.result.unknown",
                        said,
                        next));
    }

    /// Moves the countdown on.
    public void refresh() {
        lines.set(progress.lines());
        headline.set(
                Stream.of(result.get(), trouble.get())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElseGet(progress::headline));
        var time = terms.time();
        if (over.get() || terms.how() == ShutdownHow.EMERGENCY) {
            countdown.set("");
            share.set(over.get() ? 1 : 0);
            return;
        }
        share.set(Math.min(1, (double) elapsed().toMillis() / time.toMillis()));
        countdown.set(
                Messages.text(
                        terms.force() ? "shutdown.countdown.force" : "shutdown.countdown",
                        Math.min(elapsed().toSeconds(), time.toSeconds()),
                        time.toSeconds(),
                        Wording.clock(sentAt.plus(time))));
    }

    private Duration elapsed() {
        return ticker.since(sentNanos);
    }

    /// The call, once it was begun.
    public Optional<OperationViewModel> operation() {
        return operation;
    }

    /// The newest phase or task in one line, then how it ended.
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    public String collector() {
        return collector;
    }

    /// Whether it had no effect at all, so that it can be tried again as it was.
    public ReadOnlyBooleanProperty nothingHappenedProperty() {
        return nothingHappened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ProgressLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Share of the time to finish that is used.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// "5 of 60 s · will be forced at 09:42:30"; empty when there is nothing to wait for.
    public ReadOnlyStringProperty countdownProperty() {
        return countdown.getReadOnlyProperty();
    }

    /// Why what is shown may not be true any more; empty if it is.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// How it ended and what to do next; empty before.
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StateKind> resultKindProperty() {
        return resultKind.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }
}
