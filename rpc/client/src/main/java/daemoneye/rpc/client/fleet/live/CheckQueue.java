package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.record.CollectorRecord;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Who is to be asked next. A collector is in here at most once; asking for an earlier time moves
/// it. Loop thread only; times are nanoseconds.
final class CheckQueue {
    private final Map<CollectorRecord, Place> places = new HashMap<>();
    private final PriorityQueue<Place> urgent = ordered();
    private final PriorityQueue<Place> routine = ordered();

    /// Void as soon as the collector has another place.
    private record Place(CollectorRecord record, long dueNanos, boolean urgent) {}

    /// Asks for a turn at `dueNanos`, unless the collector has an earlier one of that urgency.
    void add(CollectorRecord record, long dueNanos, boolean isUrgent) {
        var known = places.get(record);
        if (known != null && known.dueNanos() <= dueNanos && (known.urgent() || !isUrgent)) {
            return;
        }
        var place = new Place(record, dueNanos, isUrgent);
        places.put(record, place);
        (isUrgent ? urgent : routine).add(place);
    }

    /// Takes the next one whose turn has come; those where something changed come first.
    Optional<CollectorRecord> take(long nowNanos) {
        var place = takeFrom(urgent, nowNanos).or(() -> takeFrom(routine, nowNanos));
        place.ifPresent(taken -> places.remove(taken.record()));
        return place.map(Place::record);
    }

    void clear() {
        places.clear();
        urgent.clear();
        routine.clear();
    }

    private Optional<Place> takeFrom(PriorityQueue<Place> queue, long nowNanos) {
        for (var head = queue.peek(); head != null; head = queue.peek()) {
            boolean valid = head.equals(places.get(head.record()));
            if (valid && head.dueNanos() > nowNanos) {
                return Optional.empty();
            }
            queue.remove();
            if (valid) {
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    private static PriorityQueue<Place> ordered() {
        return new PriorityQueue<>(Comparator.comparingLong(Place::dueNanos));
    }
}
