package daemoneye.app.rollout.run;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a person can do about a rollout under way.
public enum RolloutAction {
    PAUSE,
    /// Goes on with the others; one that failed stays as it is.
    CONTINUE,
    /// Nobody else is asked; what was changed stays.
    STOP,
    /// All that were changed get their old values.
    ROLL_BACK,
    KEEP;

    /// The name in bundles and ids.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What makes sense now.
    ///
    /// @param busy whether somebody is being asked or changed
    /// @param changed whether anybody has, or may have, the new values
    public static Set<RolloutAction> possible(RolloutState state, boolean busy, boolean changed) {
        return switch (state) {
            case RolloutState.Running _ -> EnumSet.of(PAUSE, STOP, ROLL_BACK);
            case RolloutState.PuttingBack _ -> EnumSet.of(PAUSE, STOP);
            case RolloutState.Pausing(var way, var why, var then) -> pausing(way, why, then);
            case RolloutState.Paused(var way, _) -> busy ? Set.of() : paused(way, changed);
            case RolloutState.Deciding _ -> EnumSet.of(KEEP, ROLL_BACK);
            case RolloutState.Over(var end) ->
                    end == RolloutState.End.PUT_BACK_PARTLY && changed && !busy
                            ? EnumSet.of(ROLL_BACK)
                            : Set.of();
        };
    }

    private static Set<RolloutAction> pausing(
            RolloutState.Way way, RolloutState.Why why, RolloutState.Then then) {
        if (then != RolloutState.Then.WAIT) {
            return Set.of();
        }
        var some = way == RolloutState.Way.FORWARD ? EnumSet.of(STOP, ROLL_BACK) : EnumSet.of(STOP);
        if (why instanceof RolloutState.Why.Person) {
            some.add(CONTINUE);
        }
        return some;
    }

    private static Set<RolloutAction> paused(RolloutState.Way way, boolean changed) {
        var some = EnumSet.of(CONTINUE, STOP);
        if (way == RolloutState.Way.FORWARD && changed) {
            some.add(ROLL_BACK);
        }
        return some;
    }
}
