package daemoneye.rpc.protocol.operation;

import java.time.Duration;

/// The time a call may take: used when none is given, and the bounds that each side enforces.
public record TimeoutBounds(Duration standard, Duration least, Duration most) {
    /// @throws IllegalArgumentException if not least ≤ standard ≤ most
    public TimeoutBounds {
        if (least.compareTo(standard) > 0 || standard.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "not in order: %s, %s, %s".formatted(least, standard, most));
        }
    }

    static TimeoutBounds seconds(int standard, int least, int most) {
        return new TimeoutBounds(
                Duration.ofSeconds(standard), Duration.ofSeconds(least), Duration.ofSeconds(most));
    }

    /// `wanted`, or the nearest bound.
    public Duration clamp(Duration wanted) {
        if (wanted.compareTo(least) < 0) {
            return least;
        }
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    /// Whether `wanted` lies within the bounds.
    public boolean allows(Duration wanted) {
        return clamp(wanted).equals(wanted);
    }
}
