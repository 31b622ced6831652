package daemoneye.rpc.protocol.id;

/// Tells one life of a collector process from the next. Given by the agent at every spawn, always
/// greater than the one before (milliseconds of the agent's clock at spawn, or one more than the
/// last). Calls that must not hit the successor carry it as a fence.
public record Incarnation(long value) implements Comparable<Incarnation> {
    /// @throws IllegalArgumentException if negative
    public Incarnation {
        if (value < 0) {
            throw new IllegalArgumentException("an incarnation is not negative: " + value);
        }
    }

    @Override
    public int compareTo(Incarnation other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
