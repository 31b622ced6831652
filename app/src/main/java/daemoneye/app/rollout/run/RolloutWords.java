package daemoneye.app.rollout.run;

import daemoneye.app.rollout.plan.RolloutWaves;
import daemoneye.app.rollout.run.RolloutState.Why;
import daemoneye.app.text.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a rollout says of itself.
public final class RolloutWords {
    private RolloutWords() {}

    /// "4 good · 1 failed · 3 to come", those that there are.
    static String summary(List<RolloutRow> rows) {
        return Arrays.stream(RowStand.values())
                .filter(stand -> count(rows, stand) > 0)
                .map(stand -> Messages.text("rollout.count", count(rows, stand), stand.label()))
                .collect(Collectors.joining(" \u00b7 "));
    }

    private static long count(List<RolloutRow> rows, RowStand stand) {
        return rows.stream().filter(each -> each.standProperty().get() == stand).count();
    }

    /// Where it stands, in one sentence or two.
    public static String of(RolloutRun run) {
        return switch (run.stateProperty().get()) {
            case RolloutState.Running _ ->
                    Messages.text("rollout.state.running", wave(run), waves(run));
            case RolloutState.Pausing(_, var why, var then) ->
                    switch (then) {
                        case WAIT -> Messages.text("rollout.state.pausing", because(why));
                        case STOP -> Messages.text("rollout.state.stopping");
                        case PUT_BACK -> Messages.text("rollout.state.turning");
                    };
            case RolloutState.Paused(var way, var why) ->
                    Messages.text(
                            way == RolloutState.Way.FORWARD
                                    ? "rollout.state.paused"
                                    : "rollout.state.paused.back",
                            because(why));
            case RolloutState.Deciding _ ->
                    Messages.text("rollout.state.deciding", run.leftProperty().get());
            case RolloutState.PuttingBack _ -> Messages.text("rollout.state.puttingBack");
            case RolloutState.Over(var end) -> over(end, run.changed());
        };
    }

    private static String over(RolloutState.End end, long changed) {
        return switch (end) {
            case DONE -> Messages.text("rollout.over.done", changed);
            case KEPT -> Messages.text("rollout.over.kept", changed);
            case STOPPED -> Messages.text("rollout.over.stopped", changed);
            case PUT_BACK -> Messages.text("rollout.over.putBack");
            case PUT_BACK_PARTLY -> Messages.text("rollout.over.putBackPartly");
        };
    }

    private static String because(Why why) {
        return switch (why) {
            case Why.Person _ -> Messages.text("rollout.why.person");
            case Why.Fault(var collector) -> Messages.text("rollout.why.fault", collector);
            case Why.Known(var collector) -> Messages.text("rollout.why.known", collector);
            case Why.LinkLost _ -> Messages.text("rollout.why.link");
        };
    }

    private static int wave(RolloutRun run) {
        return run.rows().stream()
                .filter(each -> each.standProperty().get() != RowStand.WAITING)
                .mapToInt(RolloutRow::wave)
                .max()
                .orElse(1);
    }

    private static int waves(RolloutRun run) {
        return RolloutWaves.count(run.rows().size());
    }
}
