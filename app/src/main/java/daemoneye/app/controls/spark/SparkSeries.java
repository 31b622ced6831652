package daemoneye.app.controls.spark;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The last values of something, oldest first, in a store of fixed size: a new value pushes the
/// oldest out. A gap is a place where nothing was measured. Not safe for several threads.
public final class SparkSeries {
    private final double[] ring;
    private int size;
    private int next;

    /// An empty series that keeps `capacity` places, 2 or more.
    public SparkSeries(int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("a line needs two places: " + capacity);
        }
        ring = new double[capacity];
    }

    /// Adds a measured value.
    public void add(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a value: use addGap instead of " + value);
        }
        put(value);
    }

    /// Adds a place where nothing was measured.
    public void addGap() {
        put(Double.NaN);
    }

    /// Forgets everything.
    public void clear() {
        size = 0;
        next = 0;
    }

    /// How many places are taken, gaps included.
    public int size() {
        return size;
    }

    /// How many places there are.
    public int capacity() {
        return ring.length;
    }

    /// The value at `index`, 0 the oldest; empty for a gap.
    public OptionalDouble value(int index) {
        double value = at(index);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The newest value, empty when it is a gap or nothing was added.
    public OptionalDouble last() {
        return size == 0 ? OptionalDouble.empty() : value(size - 1);
    }

    /// The smallest value, empty when there is none.
    public OptionalDouble min() {
        return measured().min();
    }

    /// The largest value, empty when there is none.
    public OptionalDouble max() {
        return measured().max();
    }

    /// The value at `index` without an object around it; NaN for a gap.
    double at(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return ring[Math.floorMod(next - size + index, ring.length)];
    }

    private java.util.stream.DoubleStream measured() {
        return Arrays.stream(ring, 0, size).filter(value -> !Double.isNaN(value));
    }

    private void put(double value) {
        ring[next] = value;
        next = (next + 1) % ring.length;
        size = Math.min(size + 1, ring.length);
    }
}
