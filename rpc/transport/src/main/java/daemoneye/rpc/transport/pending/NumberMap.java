package daemoneye.rpc.transport.pending;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Values by number, without an object per entry: open addressing with linear probing, and no
/// tombstones. Made for requests and reply routes, of which there are many and short-lived ones.
///
/// For one thread. Grows as needed, never shrinks.
public final class NumberMap<V> {
    private static final int FIRST_SLOTS = 64;
    private long[] numbers = new long[FIRST_SLOTS];
    private @Nullable Object[] values = new @Nullable Object[FIRST_SLOTS];
    private int size;

    /// How many values there are.
    public int size() {
        return size;
    }

    /// The value with this number.
    public Optional<V> get(long number) {
        return Optional.ofNullable(valueAt(slotOf(number)));
    }

    /// Adds a value, in place of one with the same number.
    public void put(long number, V value) {
        if (2 * (size + 1) > numbers.length) {
            grow();
        }
        int slot = slotOf(number);
        size += values[slot] == null ? 1 : 0;
        numbers[slot] = number;
        values[slot] = value;
    }

    /// Removes the value with this number.
    ///
    /// @return what was removed
    public Optional<V> remove(long number) {
        int slot = slotOf(number);
        var removed = valueAt(slot);
        if (removed != null) {
            size--;
            closeGap(slot);
        }
        return Optional.ofNullable(removed);
    }

    /// Shows every value, in no particular order. The map must not be changed meanwhile.
    public void forEach(BiConsumer<Long, V> visitor) {
        for (int slot = 0; slot < numbers.length; slot++) {
            var value = valueAt(slot);
            if (value != null) {
                visitor.accept(numbers[slot], value);
            }
        }
    }

    /// Forgets everything.
    public void clear() {
        numbers = new long[FIRST_SLOTS];
        values = new @Nullable Object[FIRST_SLOTS];
        size = 0;
    }

    @SuppressWarnings("unchecked") // only put() writes, and it writes V
    private @Nullable V valueAt(int slot) {
        return (V) values[slot];
    }

    private int slotOf(long number) {
        int slot = homeOf(number);
        while (values[slot] != null && numbers[slot] != number) {
            slot = next(slot);
        }
        return slot;
    }

    private int homeOf(long number) {
        // Numbers are given out in sequence, so their low bits spread them best.
        return (int) number & (numbers.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (numbers.length - 1);
    }

    /// Moves back what a probe would no longer find beyond the gap.
    private void closeGap(int removed) {
        int gap = removed;
        for (int slot = next(gap); values[slot] != null; slot = next(slot)) {
            int home = homeOf(numbers[slot]);
            boolean reachable =
                    gap < slot ? home > gap && home <= slot : home > gap || home <= slot;
            if (!reachable) {
                numbers[gap] = numbers[slot];
                values[gap] = values[slot];
                gap = slot;
            }
        }
        values[gap] = null;
    }

    private void grow() {
        var oldNumbers = numbers;
        var oldValues = values;
        numbers = new long[oldNumbers.length * 2];
        values = new @Nullable Object[numbers.length];
        for (int old = 0; old < oldNumbers.length; old++) {
            if (oldValues[old] != null) {
                int slot = slotOf(oldNumbers[old]);
                numbers[slot] = oldNumbers[old];
                values[slot] = oldValues[old];
            }
        }
    }
}
