package daemoneye.app.rollout.run;

import daemoneye.app.rollout.run.RolloutState.End;
import daemoneye.app.rollout.run.RolloutState.Then;
import daemoneye.app.rollout.run.RolloutState.Way;
import daemoneye.app.rollout.run.RolloutState.Why;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.function.BooleanSupplier;

/// The states of a rollout, and what leads from one to the next; see [RolloutState]. FX thread
/// only.
final class RolloutCourse {
    private final RolloutRows rows;
    private final Countdown countdown;
    private final BooleanSupplier blind;
    private final String backReason;
    private final Runnable onStep;
    private final ReadOnlyObjectWrapper<RolloutState> state =
            new ReadOnlyObjectWrapper<>(new RolloutState.Running());
    private boolean stepping;

    /// @param blind whether the link is lost at the moment
    /// @param onStep runs whenever something may look different
    RolloutCourse(
            RolloutRows rows,
            Countdown countdown,
            BooleanSupplier blind,
            String backReason,
            Runnable onStep) {
        this.rows = rows;
        this.countdown = countdown;
        this.blind = blind;
        this.backReason = backReason;
        this.onStep = onStep;
    }

    /// One step after the other, also where one ends at once.
    void goOn() {
        if (stepping) {
            return;
        }
        stepping = true;
        boolean more = true;
        while (more) {
            more = !rows.isBusy() && step();
        }
        stepping = false;
        onStep.run();
    }

    private boolean step() {
        return switch (state.get()) {
            case RolloutState.Running _ -> forward();
            case RolloutState.PuttingBack _ -> backward();
            case RolloutState.Pausing(var way, var why, var then) -> {
                settle(way, why, then);
                yield true;
            }
            case RolloutState.Paused _, RolloutState.Deciding _, RolloutState.Over _ -> false;
        };
    }

    private boolean forward() {
        var next = rows.next();
        if (next.isEmpty()) {
            finish();
            return false;
        }
        if (blind.getAsBoolean()) {
            turn(new RolloutState.Paused(Way.FORWARD, new Why.LinkLost()));
            return false;
        }
        for (var row : next) {
            // One that fails at once stops those beside it.
            if (state.get() instanceof RolloutState.Running) {
                row.begin();
            }
        }
        return true;
    }

    private boolean backward() {
        var next = rows.nextBack();
        if (next.isEmpty()) {
            turn(new RolloutState.Over(rows.endOfBack()));
            return false;
        }
        if (blind.getAsBoolean()) {
            turn(new RolloutState.Paused(Way.BACK, new Why.LinkLost()));
            return false;
        }
        next.forEach(each -> each.putBack(backReason));
        return true;
    }

    private void finish() {
        if (countdown.isWanted() && rows.changed() > 0) {
            turn(new RolloutState.Deciding());
            countdown.begin();
        } else {
            turn(new RolloutState.Over(End.DONE));
        }
    }

    private void settle(Way way, Why why, Then then) {
        switch (then) {
            case WAIT -> turn(new RolloutState.Paused(way, why));
            case STOP -> {
                rows.dropRest();
                turn(new RolloutState.Over(way == Way.BACK ? rows.endOfBack() : End.STOPPED));
            }
            case PUT_BACK -> beginBack();
        }
    }

    private void beginBack() {
        countdown.stop();
        rows.dropRest();
        rows.forgetTries();
        turn(new RolloutState.PuttingBack());
    }

    private void turn(RolloutState now) {
        onStep.run();
        state.set(now);
    }

    /// Something that was begun there has ended.
    void ended(String collector) {
        var stand = rows.row(collector).standProperty().get();
        var fault = new Why.Fault(collector);
        switch (state.get()) {
            case RolloutState.Running _ when stand.isFault() ->
                    turn(new RolloutState.Pausing(Way.FORWARD, fault, Then.WAIT));
            case RolloutState.Pausing(var way, Why.Person _, var then)
                    when way == Way.FORWARD && then == Then.WAIT && stand.isFault() ->
                    turn(new RolloutState.Pausing(way, fault, then));
            case RolloutState.Paused(var way, Why.Fault(var of))
                    when of.equals(collector) && !stand.isFault() ->
                    turn(new RolloutState.Paused(way, new Why.Known(collector)));
            case RolloutState.Over(var end)
                    when end == End.PUT_BACK || end == End.PUT_BACK_PARTLY ->
                    turn(new RolloutState.Over(rows.endOfBack()));
            case RolloutState.Running _,
                    RolloutState.Pausing _,
                    RolloutState.Paused _,
                    RolloutState.Deciding _,
                    RolloutState.PuttingBack _,
                    RolloutState.Over _ -> {}
        }
        goOn();
    }

    /// Nobody has kept the new values in time.
    void timeIsUp() {
        if (state.get() instanceof RolloutState.Deciding) {
            beginBack();
            goOn();
        }
    }

    /// A person does something about it that makes sense now.
    void act(RolloutAction action) {
        switch (action) {
            case PAUSE -> turn(new RolloutState.Pausing(way(), new Why.Person(), Then.WAIT));
            case CONTINUE ->
                    turn(
                            way() == Way.FORWARD
                                    ? new RolloutState.Running()
                                    : new RolloutState.PuttingBack());
            case STOP -> turn(new RolloutState.Pausing(way(), new Why.Person(), Then.STOP));
            case ROLL_BACK ->
                    turn(new RolloutState.Pausing(way(), new Why.Person(), Then.PUT_BACK));
            case KEEP -> {
                countdown.stop();
                turn(new RolloutState.Over(End.KEPT));
            }
        }
        goOn();
    }

    private Way way() {
        return switch (state.get()) {
            case RolloutState.Pausing(var way, _, _) -> way;
            case RolloutState.Paused(var way, _) -> way;
            case RolloutState.Running _, RolloutState.Deciding _ -> Way.FORWARD;
            case RolloutState.PuttingBack _, RolloutState.Over _ -> Way.BACK;
        };
    }

    /// The link is lost, or the window goes.
    void loseLink() {
        if (state.get() instanceof RolloutState.Running
                || state.get() instanceof RolloutState.PuttingBack) {
            turn(new RolloutState.Pausing(way(), new Why.LinkLost(), Then.WAIT));
            goOn();
        }
    }

    /// Whether somebody may be asked what became of what was sent.
    boolean isStill() {
        return !rows.isBusy()
                && switch (state.get()) {
                    case RolloutState.Paused _, RolloutState.Deciding _, RolloutState.Over _ ->
                            true;
                    case RolloutState.Running _,
                            RolloutState.Pausing _,
                            RolloutState.PuttingBack _ ->
                            false;
                };
    }

    /// Nothing is begun any more.
    void abandon() {
        countdown.stop();
        if (!(state.get() instanceof RolloutState.Over)) {
            turn(new RolloutState.Paused(way(), new Why.LinkLost()));
        }
    }

    ReadOnlyObjectProperty<RolloutState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
