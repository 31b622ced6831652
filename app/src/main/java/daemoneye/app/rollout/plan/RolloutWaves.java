package daemoneye.app.rollout.plan;

/// How many get a change at the same time: one that is tried alone, then three, then five each.
/// Waves are counted from 1.
public final class RolloutWaves {
    private static final int SECOND = 3;
    private static final int LATER = 5;

    private RolloutWaves() {}

    /// The wave of the target at this place of the list, counted from 0.
    public static int at(int place) {
        if (place == 0) {
            return 1;
        }
        return place <= SECOND ? 2 : 3 + (place - SECOND - 1) / LATER;
    }

    /// How many waves so many targets make.
    public static int count(int targets) {
        return targets == 0 ? 0 : at(targets - 1);
    }
}
