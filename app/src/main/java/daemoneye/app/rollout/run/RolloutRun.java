package daemoneye.app.rollout.run;

import daemoneye.app.bulk.KeptResult;
import daemoneye.app.config.apply.Wish;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.Intent;
import daemoneye.app.rollout.plan.RolloutWaves;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The same change on its way to several collectors, wave by wave; see [RolloutState]. The next
/// wave begins when every one of the wave before has proved that it is well. Nothing is ever begun
/// by the link coming back: after a pause only a person goes on. FX thread only.
public final class RolloutRun implements KeptResult {
    private final Intent intent;
    private final Instant began;
    private final RolloutRows rows;
    private final Countdown countdown;
    private final RolloutCourse course;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /// @param intent all of them
    /// @param wishes what each gets, in the order in which they do
    /// @param undecided how long the new values stay without a person's word; zero for ever
    /// @param backReason why old values are put back, for the audit
    public RolloutRun(
            Desk desk, Intent intent, List<Wish> wishes, Duration undecided, String backReason) {
        this.intent = intent;
        this.began = desk.ticker().now();
        var all = new ArrayList<RolloutRow>();
        for (var wish : wishes) {
            int wave = RolloutWaves.at(all.size());
            all.add(new RolloutRow(desk, wish, wave, () -> ended(wish.collector())));
        }
        this.rows = new RolloutRows(all);
        this.countdown = new Countdown(desk, undecided, this::timeIsUp);
        this.course =
                new RolloutCourse(
                        rows,
                        countdown,
                        () -> desk.fleet().snapshot().lastKnownAt().isPresent(),
                        backReason,
                        this::sumUp);
        sumUp();
    }

    /// Begins with the first one alone.
    public void begin() {
        course.goOn();
    }

    private void ended(String collector) {
        course.ended(collector);
    }

    private void timeIsUp() {
        course.timeIsUp();
    }

    private void sumUp() {
        summary.set(RolloutWords.summary(rows.all()));
    }

    /// A person does something about it; nothing if that makes no sense now.
    public void act(RolloutAction action) {
        if (possible().contains(action)) {
            course.act(action);
        }
    }

    /// What makes sense now.
    public Set<RolloutAction> possible() {
        return RolloutAction.possible(stateProperty().get(), rows.isBusy(), rows.changed() > 0);
    }

    /// Asks what became of all of which nobody knows. Nothing is sent again.
    public void findOut() {
        if (mayFindOut()) {
            rows.unknown().forEach(RolloutRow::check);
            course.goOn();
        }
    }

    /// Whether one can ask now: not while others are under way.
    public boolean mayFindOut() {
        return course.isStill() && unknown() > 0;
    }

    /// Of how many nobody knows how they ended.
    public long unknown() {
        return rows.unknown().size();
    }

    /// Lets it know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        rows.show(snapshot);
        if (snapshot.lastKnownAt().isPresent()) {
            course.loseLink();
        }
    }

    /// The window goes: nothing is begun any more, and nothing is put back by itself.
    public void abandon() {
        course.abandon();
    }

    /// How many have the new values, or may have them.
    public long changed() {
        return rows.changed();
    }

    public boolean isOver() {
        return stateProperty().get() instanceof RolloutState.Over;
    }

    @Override
    public Instant began() {
        return began;
    }

    @Override
    public String title() {
        return intent.title();
    }

    public Intent intent() {
        return intent;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// One for each target, in the order of the waves.
    public List<RolloutRow> rows() {
        return rows.all();
    }

    public ReadOnlyObjectProperty<RolloutState> stateProperty() {
        return course.stateProperty();
    }

    /// "4:07" until the old values come back by themselves; empty while nothing counts down.
    public ReadOnlyStringProperty leftProperty() {
        return countdown.leftProperty();
    }
}
