package daemoneye.app.shutdown;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.Coverage;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shutdown of one collector, from the choice to its end. FX thread only.
public final class ShutdownDialogViewModel {
    /// Where it stands.
    public enum Stage {
        FORM,
        /// Confirmed; can still be taken back.
        HELD_BACK,
        RUNNING,
        OVER
    }

    private final String collector;
    private final GuardViewModel guard;
    private final OperationsViewModel operations;
    private final Ticker ticker;
    private final Map<String, Incarnation> lives;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.FORM);
    private final ReadOnlyObjectWrapper<ShutdownForm> form;
    private final ReadOnlyObjectWrapper<Optional<ShutdownRun>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WaitingCall>> waiting =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> impact =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    ShutdownDialogViewModel(
            Ask.Question asked,
            GuardViewModel guard,
            OperationsViewModel operations,
            Ticker ticker) {
        this.collector = asked.stakes().intent().targets().getFirst();
        this.guard = guard;
        this.operations = operations;
        this.ticker = ticker;
        this.lives = guard.lives(List.of(collector));
        this.form =
                new ReadOnlyObjectWrapper<>(
                        new ShutdownForm(guard, asked, List.of(collector), _ -> confirmed()));
    }

    private void confirmed() {
        refusal.set("");
        if (form.get().confirm().questionProperty().get().held()) {
            send();
            return;
        }
        waiting.set(Optional.of(guard.holdBack(form.get().intent(), this::send)));
        stage.set(Stage.HELD_BACK);
    }

    private void send() {
        waiting.set(Optional.empty());
        if (guard.decide(form.get().intent()) instanceof Ask.Refused(var why)) {
            refusal.set(why);
            guard.tell(form.get().intent(), why);
            again();
            return;
        }
        var terms = form.get().terms().on(Optional.ofNullable(lives.get(collector)));
        var begun = new ShutdownRun(collector, terms, ticker);
        run.set(Optional.of(begun));
        stage.set(Stage.RUNNING);
        begun.overProperty().subscribe(over -> stage.set(over ? Stage.OVER : Stage.RUNNING));
        begun.follow(operations.begin(form.get().action(), collector, terms, begun::report));
    }

    /// Takes it back while it waits.
    public void takeBack() {
        waiting.get().ifPresent(WaitingCall::cancel);
        waiting.set(Optional.empty());
        again();
    }

    /// Back to the form, with everything as it was chosen and typed.
    public void again() {
        var before = form.get();
        if (!(guard.decide(before.intent()) instanceof Ask.Question asked)) {
            showAgain(before, before.confirm().questionProperty().get());
            return;
        }
        showAgain(before, asked);
    }

    private void showAgain(ShutdownForm before, Ask.Question asked) {
        run.set(Optional.empty());
        form.set(before.again(asked, _ -> confirmed()));
        stage.set(Stage.FORM);
    }

    /// Asks what became of it, if nobody knows. Nothing is sent again.
    public void findOut() {
        run.get().flatMap(ShutdownRun::operation).ifPresent(operations::findOut);
    }

    /// Asks, with the care it takes, whether the process shall be killed now.
    public void forceNow() {
        guard.request(CollectorAction.FORCE_SHUT_DOWN, List.of(collector));
    }

    /// Lets it know what the fleet says.
    void show(FleetSnapshot snapshot) {
        switch (stage.get()) {
            case FORM -> form.get().judge();
            case HELD_BACK, RUNNING, OVER -> run.get().ifPresent(each -> each.show(snapshot));
        }
        snapshot.collectors().stream()
                .filter(each -> each.id().text().equals(collector))
                .findFirst()
                .ifPresent(view -> describe(view, snapshot));
    }

    private void describe(CollectorView view, FleetSnapshot snapshot) {
        if (stage.get() != Stage.FORM) {
            return;
        }
        about.set(
                Messages.text(
                        "shutdown.about",
                        Standing.of(view).label(),
                        SafeText.name(view.info().host()),
                        view.info().pid().isPresent()
                                ? Long.toString(view.info().pid().getAsLong())
                                : Messages.text("shutdown.noPid")));
        var lines = new ArrayList<>(new Coverage(snapshot, List.of(collector)).losses(false));
        queued(view).ifPresent(lines::add);
        lines.add(Messages.text("shutdown.impact.notAgain"));
        impact.set(List.copyOf(lines));
    }

    private static Optional<String> queued(CollectorView view) {
        return view.lastCheck()
                .map(check -> check.metrics().get("events_queued"))
                .filter(queued -> Double.isFinite(queued) && queued >= 1 && queued < 1e12)
                .map(queued -> Messages.text("shutdown.impact.queued", queued.longValue()));
    }

    boolean isUnderWay() {
        return stage.get() == Stage.HELD_BACK || stage.get() == Stage.RUNNING;
    }

    void tick() {
        run.get().ifPresent(ShutdownRun::refresh);
    }

    public String collector() {
        return collector;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Another one after each way back.
    public ReadOnlyObjectProperty<ShutdownForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShutdownRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /// What can still be taken back.
    public ReadOnlyObjectProperty<Optional<WaitingCall>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// "Healthy · web-02 · pid 4711".
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /// What it touches, a sentence each.
    public ReadOnlyObjectProperty<List<String>> impactProperty() {
        return impact.getReadOnlyProperty();
    }

    /// Why it was not sent after all; empty otherwise.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// The terms as they stand in the form.
    CallTerms terms() {
        return form.get().terms();
    }
}
