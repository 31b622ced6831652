package daemoneye.app.rollout;

import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The same change to several collectors, up to the moment in which it is begun: edited on one,
/// judged for each, confirmed once. FX thread only.
public final class RolloutDialogViewModel {
    /// How far it has come.
    public sealed interface Stage {
        record Editing() implements Stage {}

        /// @param confirm the answer to what the guard asks
        record Planning(RolloutPlan plan, ConfirmViewModel confirm) implements Stage {}

        /// Confirmed; can still be taken back.
        record HeldBack(RolloutPlan plan, WaitingCall call) implements Stage {}
    }

    /// What of the edits is looked at.
    public enum Place {
        FORM,
        TEXT,
        DIFF
    }

    private final Desk desk;
    private final List<String> targets;
    private final Consumer<RolloutRun> onBegun;
    private final Reference reference;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Editing());
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.FORM);
    private final ObjectProperty<KeepTime> keepTime = new SimpleObjectProperty<>(KeepTime.NONE);
    private final BooleanProperty restart = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private Optional<RolloutQuestion> question = Optional.empty();
    private String reason = "";

    /// @param onBegun takes what was begun, before its first call
    RolloutDialogViewModel(Desk desk, List<String> targets, Consumer<RolloutRun> onBegun) {
        this.desk = desk;
        this.targets = List.copyOf(targets);
        this.onBegun = onBegun;
        this.reference = new Reference(desk, targets.getFirst(), this::refresh);
        restart.subscribe((_, _) -> judge());
        refresh();
        reference.read();
    }

    private void refresh() {
        hint.set(
                reference
                        .hindrance()
                        .orElseGet(() -> Messages.text("rollout.hint", reference.count())));
    }

    /// Asks what the change would do to each; nothing is changed. Does nothing while there is
    /// nothing to change.
    public void plan() {
        if (reference.hindrance().isPresent() || !(stage.get() instanceof Stage.Editing)) {
            return;
        }
        var wanted = reference.draftProperty().get().map(DraftViewModel::wish).orElseThrow();
        var plan = new RolloutPlan(desk, inOrder(), wanted);
        plan.revisionProperty().subscribe((_, _) -> judge());
        ask(plan);
        plan.check();
    }

    // The one that the values were tried on in the form is the one that is tried first.
    private List<String> inOrder() {
        var order = new ArrayList<>(targets);
        var first = reference.collectorProperty().get();
        order.remove(first);
        order.addFirst(first);
        return order;
    }

    private void ask(RolloutPlan plan) {
        var asked = new RolloutQuestion(desk.guard(), targets, reason, this::confirmed);
        question = Optional.of(asked);
        asked.confirm().reasonProperty().subscribe(text -> reason = text);
        stage.set(new Stage.Planning(plan, asked.confirm()));
        judge();
    }

    private void judge() {
        if (stage.get() instanceof Stage.Planning(var plan, _)) {
            question.ifPresent(asked -> asked.judge(plan, restart.get(), desk.fleet().snapshot()));
        }
    }

    private void confirmed() {
        if (!(stage.get() instanceof Stage.Planning(var plan, _)) || question.isEmpty()) {
            return;
        }
        var call = desk.guard().holdBack(question.get().intent(), this::send);
        stage.set(new Stage.HeldBack(plan, call));
        call.overProperty()
                .subscribe(
                        over -> {
                            if (over && stage.get() instanceof Stage.HeldBack) {
                                ask(plan);
                            }
                        });
    }

    /// Takes it back while it waits.
    public void takeBack() {
        if (stage.get() instanceof Stage.HeldBack(_, var call)) {
            call.cancel();
        }
    }

    // The wait is over just now; what it was confirmed for has to be there still.
    private void send() {
        if (!(stage.get() instanceof Stage.Planning(var plan, _)) || question.isEmpty()) {
            return;
        }
        var refusal = question.get().refusal().or(plan::hindrance);
        if (refusal.isPresent()) {
            desk.guard().tell(question.get().intent(), refusal.get());
        } else {
            begin(plan);
        }
    }

    private void begin(RolloutPlan plan) {
        var because = Optional.of(reason.strip()).filter(text -> !text.isEmpty());
        var wishes = plan.chosen().stream().map(each -> each.wish(restart.get(), because)).toList();
        var back =
                because.map(each -> Messages.text("rollout.back.because", each))
                        .orElseGet(() -> Messages.text("rollout.back.reason"));
        var run =
                new RolloutRun(
                        desk, question.orElseThrow().intent(), wishes, keepTime.get().time(), back);
        onBegun.accept(run);
    }

    /// Back to the edits.
    public void backToEditing() {
        if (stage.get() instanceof Stage.Planning) {
            stage.set(new Stage.Editing());
            refresh();
        }
    }

    /// Lets it know what the fleet says.
    void show(FleetSnapshot snapshot) {
        if (stage.get() instanceof Stage.Planning(var plan, _)) {
            plan.show(snapshot);
            judge();
        }
    }

    boolean isWorthKeeping() {
        return reference.hasEdits() || stage.get() instanceof Stage.HeldBack;
    }

    public List<String> targets() {
        return targets;
    }

    public Reference reference() {
        return reference;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// How long new values stay without a person's word.
    public ObjectProperty<KeepTime> keepTimeProperty() {
        return keepTime;
    }

    /// Whether those are restarted that need it.
    public BooleanProperty restartProperty() {
        return restart;
    }

    /// What comes next, or what is missing for it.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// Whether there is something to ask about.
    public boolean isReady() {
        return reference.hindrance().isEmpty();
    }
}
