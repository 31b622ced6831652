package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.client.fleet.Beat;

import java.util.Arrays;
import java.util.List;

/// The newest entries of a bar, at most as many as it was made for. It grows as it fills, so that a
/// collector that was just met costs little. Loop thread only.
final class BeatRing {
    private static final int FIRST_ROOM = 16;

    private final int capacity;
    private Beat[] entries;
    private int size;
    private int next;

    BeatRing(int capacity) {
        this.capacity = capacity;
        entries = new Beat[Math.min(FIRST_ROOM, capacity)];
    }

    /// Adds an entry; the oldest one goes if it is full.
    void add(Beat beat) {
        if (size == entries.length && size < capacity) {
            // It never wrapped before it was full, so its order is the array's.
            entries = Arrays.copyOf(entries, Math.min(capacity, 2 * size));
            next = size;
        }
        entries[next] = beat;
        next = (next + 1) % entries.length;
        size = Math.min(size + 1, entries.length);
    }

    /// @param back 0 for the newest
    Beat newest(int back) {
        return entries[index(back)];
    }

    void replace(int back, Beat beat) {
        entries[index(back)] = beat;
    }

    /// An immutable copy, oldest first.
    List<Beat> toList() {
        var ordered = new Beat[size];
        int oldest = size < entries.length ? 0 : next;
        int upper = Math.min(size, entries.length - oldest);
        System.arraycopy(entries, oldest, ordered, 0, upper);
        System.arraycopy(entries, 0, ordered, upper, size - upper);
        return List.of(ordered);
    }

    private int index(int back) {
        if (back < 0 || back >= size) {
            throw new IndexOutOfBoundsException(back + " of " + size);
        }
        return Math.floorMod(next - 1 - back, entries.length);
    }
}
