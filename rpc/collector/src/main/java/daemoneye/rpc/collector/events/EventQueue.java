package daemoneye.rpc.collector.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Events that wait to be published; bounded. When it is full the oldest is dropped and counted:
/// what happens now matters more than what happened before the link broke. For several threads.
final class EventQueue {
    private final int capacity;
    private final Deque<QueuedEvent> waiting = new ArrayDeque<>();
    private long dropped;

    EventQueue(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(QueuedEvent event) {
        if (waiting.size() == capacity) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.addLast(event);
    }

    /// Takes the oldest.
    synchronized Optional<QueuedEvent> take() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    /// Puts back what could not be published; the oldest goes if there is no place.
    synchronized void putBack(QueuedEvent event) {
        if (waiting.size() == capacity) {
            dropped++;
        } else {
            waiting.addFirst(event);
        }
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized long dropped() {
        return dropped;
    }
}
