package daemoneye.app.rollout.run;

import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.apply.RunStep;
import daemoneye.app.config.apply.Wish;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.Optional;

/// One target of a rollout: the way there, and perhaps the way back, each with the proof that it is
/// well. FX thread only.
public final class RolloutRow {
    private final Desk desk;
    private final Wish wish;
    private final int wave;
    private final Runnable onEnd;
    private final ReadOnlyObjectWrapper<RowStand> stand =
            new ReadOnlyObjectWrapper<>(RowStand.WAITING);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper took = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<RunStep>> steps =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<ApplyViewModel> there = Optional.empty();
    private Optional<BackWay> back = Optional.empty();
    private Runnable next = () -> {};
    private boolean backTried;
    private long since;

    /// @param onEnd runs each time something that was begun here has ended
    RolloutRow(Desk desk, Wish wish, int wave, Runnable onEnd) {
        this.desk = desk;
        this.wish = wish;
        this.wave = wave;
        this.onEnd = onEnd;
    }

    void begin() {
        since = desk.ticker().nanos();
        next = onEnd;
        var run = new ApplyViewModel(desk, talk(), wish);
        there = Optional.of(run);
        follow(run);
        run.endProperty().subscribe(this::learn);
        run.begin();
    }

    void follow(ApplyViewModel run) {
        run.joinOthers();
        run.stepsProperty().subscribe(this::show);
        run.resultProperty().subscribe(this::say);
    }

    ConfigTalk talk() {
        return new ConfigTalk(
                desk.operations().calls(), wish.request().collectorId(), desk.fxThread());
    }

    private void show(List<RunStep> now) {
        steps.set(now);
        if (!now.isEmpty()) {
            var last = now.getLast();
            say(
                    last.detail().isEmpty()
                            ? last.name()
                            : Messages.text("rollout.step", last.name(), last.detail()));
        }
    }

    void say(String sentence) {
        if (!sentence.isEmpty()) {
            text.set(sentence);
        }
    }

    private void learn(End end) {
        switch (end) {
            case RUNNING -> stand.set(RowStand.CHANGING);
            case APPLIED -> settle(RowStand.GOOD);
            case RETURNED -> settle(RowStand.RETURNED);
            case REFUSED, CONFLICT -> settle(RowStand.FAILED);
            case UNKNOWN -> settle(RowStand.UNKNOWN);
            case DOUBTFUL -> settle(RowStand.DOUBTFUL);
        }
    }

    /// It stands so now, and goes on from there.
    void settle(RowStand now) {
        took.set(Wording.took(desk.ticker().since(since)));
        stand.set(now);
        next.run();
    }

    /// Asks what became of what was sent last, if nobody knows; sends nothing again.
    void check() {
        since = desk.ticker().nanos();
        next = onEnd;
        askAgain();
    }

    private void askAgain() {
        switch (stand.get()) {
            case UNKNOWN -> there.ifPresent(ApplyViewModel::check);
            case BACK_UNKNOWN -> back.ifPresent(BackWay::check);
            case WAITING,
                    CHANGING,
                    GOOD,
                    FAILED,
                    RETURNED,
                    DOUBTFUL,
                    NOT_SENT,
                    PUTTING_BACK,
                    BACK,
                    BACK_UNWELL,
                    NOT_BACK ->
                    next.run();
        }
    }

    /// Puts exactly its old values back. Where nobody knows what it has, that is found out first.
    void putBack(String reason) {
        since = desk.ticker().nanos();
        backTried = true;
        next = () -> sendBack(reason);
        askAgain();
    }

    private void sendBack(String reason) {
        next = onEnd;
        if (!stand.get().isChanged() || stand.get().isUnknown()) {
            onEnd.run();
            return;
        }
        var made = there.map(ApplyViewModel::version).orElseThrow();
        var way = new BackWay(desk, this, wish, made, reason);
        back = Optional.of(way);
        stand.set(RowStand.PUTTING_BACK);
        way.begin();
    }

    /// Looks at it as one that may be put back once more.
    void forgetTry() {
        backTried = false;
    }

    /// It has not been asked.
    boolean waits() {
        return stand.get() == RowStand.WAITING;
    }

    boolean wantsBack() {
        return stand.get().isChanged() && !backTried;
    }

    void notSent() {
        text.set(Messages.text("rollout.notSent"));
        stand.set(RowStand.NOT_SENT);
    }

    void turnBack(RowStand now) {
        stand.set(now);
    }

    /// Lets it know what the fleet says.
    void show(FleetSnapshot snapshot) {
        if (stand.get().isActive()) {
            there.ifPresent(each -> each.show(snapshot));
            back.ifPresent(each -> each.show(snapshot));
        }
    }

    public String collector() {
        return wish.collector();
    }

    /// What was sent there, and what held before.
    public Wish wish() {
        return wish;
    }

    /// Counted from 1.
    public int wave() {
        return wave;
    }

    public ReadOnlyObjectProperty<RowStand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /// What happens at the moment, or how it ended.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Of the last way, there or back; empty before it has ended.
    public ReadOnlyStringProperty tookProperty() {
        return took.getReadOnlyProperty();
    }

    /// Of the last way, there or back.
    public ReadOnlyObjectProperty<List<RunStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }
}
