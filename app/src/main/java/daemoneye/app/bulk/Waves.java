package daemoneye.app.bulk;

import java.util.List;

/// How many are acted on at the same time: the next wave begins when all of the one before have
/// ended. Waves are counted from 1.
public final class Waves {
    /// Collectors in one wave.
    public static final int SIZE = 5;

    private Waves() {}

    /// The wave of the target at this place of the list, counted from 0.
    static int at(int place) {
        return place / SIZE + 1;
    }

    /// How many waves so many targets make.
    public static int count(int targets) {
        return (targets + SIZE - 1) / SIZE;
    }

    /// Those of one wave.
    public static <T> List<T> of(List<T> targets, int wave) {
        return targets.stream().skip((wave - 1L) * SIZE).limit(SIZE).toList();
    }
}
