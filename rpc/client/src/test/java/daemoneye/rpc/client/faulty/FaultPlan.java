package daemoneye.rpc.client.faulty;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Draws faults with a seed and counts them. Safe from any thread; which frame is hit depends on
/// how the threads of a run fall, the shares do not.
final class FaultPlan {
    private static final int MOST_DELAY_MS = 20;

    private final SplittableRandom random;
    private final Map<Fault, Integer> perTenThousand;
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private boolean calm;

    /// @param perTenThousand frames that are hit by each
    FaultPlan(long seed, Map<Fault, Integer> perTenThousand) {
        this.random = new SplittableRandom(seed);
        this.perTenThousand = new EnumMap<>(perTenThousand);
    }

    /// What happens to the next frame.
    synchronized Fault next() {
        int drawn = random.nextInt(10_000);
        for (var each : perTenThousand.entrySet()) {
            drawn -= each.getValue();
            if (drawn < 0 && !calm) {
                happened.merge(each.getKey(), 1, Integer::sum);
                return each.getKey();
            }
        }
        return Fault.NONE;
    }

    synchronized Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(MOST_DELAY_MS));
    }

    /// From now on nothing happens any more.
    synchronized void calm() {
        calm = true;
    }

    synchronized int happened(Fault fault) {
        return happened.getOrDefault(fault, 0);
    }

    @Override
    public synchronized String toString() {
        return happened.toString();
    }
}
