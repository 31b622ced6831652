package daemoneye.rpc.broker.session;

import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What waits for a session that reads too slowly. Bounded, and this is what happens when full:
///
/// * a heartbeat takes the place of an older one of the same topic, at the end of the queue;
/// * events drop the oldest event once they fill their share;
/// * everything else is kept, and refused only when the whole queue is full: then the session has
///   to go.
///
/// Every drop is counted. Order is kept among what is not dropped. For the loop thread.
public final class OutboundQueue {
    private final SessionLimits limits;
    private final BrokerCounters counters;
    private final SequencedSet<Waiting> waiting = new LinkedHashSet<>();
    private final ArrayDeque<Waiting> events = new ArrayDeque<>();
    private final Map<HeartbeatKey, Waiting> heartbeats = new HashMap<>();
    private long bytes;
    private long eventBytes;

    public OutboundQueue(SessionLimits limits, BrokerCounters counters) {
        this.limits = limits;
        this.counters = counters;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Frames that wait.
    public int size() {
        return waiting.size();
    }

    /// Bytes that wait.
    public long bytes() {
        return bytes;
    }

    /// Adds a frame, at the cost of telemetry that waits already.
    ///
    /// @param topic of the message, to tell heartbeats apart; empty if it is none
    /// @return false if the queue is full of what must not be dropped; the frame was not added
    public boolean add(Frame frame, String topic, long nowNanos) {
        return switch (Telemetry.of(frame.header())) {
            case EVENT -> addEvent(new Waiting(frame, topic, nowNanos));
            case HEARTBEAT -> addHeartbeat(new Waiting(frame, topic, nowNanos));
            case NONE -> append(new Waiting(frame, topic, nowNanos));
        };
    }

    /// Takes the oldest frame. A request's remaining time is reduced by what it waited here; one
    /// whose time is up is dropped, as its caller has been told.
    public Optional<Frame> poll(long nowNanos) {
        while (!waiting.isEmpty()) {
            var next = waiting.getFirst();
            remove(next);
            var frame = aged(next, nowNanos);
            if (frame.isPresent()) {
                return frame;
            }
            counters.drop(DropCause.REQUEST_EXPIRED);
        }
        return Optional.empty();
    }

    /// The session has ended: counts and forgets what waits.
    public void abandon() {
        counters.drop(DropCause.SESSION_ENDED, waiting.size());
        waiting.clear();
        events.clear();
        heartbeats.clear();
        bytes = 0;
        eventBytes = 0;
    }

    private boolean addEvent(Waiting event) {
        long size = event.frame.wireBytes();
        while (eventBytes + size > limits.queuedEventBytes() && !events.isEmpty()) {
            dropOldestEvent();
        }
        if (eventBytes + size > limits.queuedEventBytes()) {
            counters.drop(DropCause.EVENT_OVERFLOW);
            return true;
        }
        return append(event);
    }

    private boolean addHeartbeat(Waiting heartbeat) {
        var older = heartbeats.get(heartbeat.key());
        if (older != null) {
            remove(older);
            counters.drop(DropCause.HEARTBEAT_SUPERSEDED);
        }
        return append(heartbeat);
    }

    private boolean append(Waiting added) {
        long size = added.frame.wireBytes();
        while (bytes + size > limits.queuedBytes() && !events.isEmpty()) {
            dropOldestEvent();
        }
        if (bytes + size > limits.queuedBytes()) {
            return false;
        }
        bytes += size;
        waiting.add(added);
        switch (Telemetry.of(added.frame.header())) {
            case EVENT -> {
                events.add(added);
                eventBytes += size;
            }
            case HEARTBEAT -> heartbeats.put(added.key(), added);
            case NONE -> {}
        }
        return true;
    }

    private void dropOldestEvent() {
        remove(events.getFirst());
        counters.drop(DropCause.EVENT_OVERFLOW);
    }

    private void remove(Waiting leaving) {
        waiting.remove(leaving);
        bytes -= leaving.frame.wireBytes();
        switch (Telemetry.of(leaving.frame.header())) {
            case EVENT -> {
                // Events leave oldest first, whether sent or dropped.
                events.removeFirst();
                eventBytes -= leaving.frame.wireBytes();
            }
            case HEARTBEAT -> heartbeats.remove(leaving.key());
            case NONE -> {}
        }
    }

    private static Optional<Frame> aged(Waiting waited, long nowNanos) {
        var frame = waited.frame;
        if (frame.header().type() != FrameType.SERVE) {
            return Optional.of(frame);
        }
        long left = frame.header().remainingMs() - (nowNanos - waited.sinceNanos) / 1_000_000;
        return left <= 0 ? Optional.empty() : Optional.of(withRemaining(frame, (int) left));
    }

    private static Frame withRemaining(Frame frame, int remainingMs) {
        var old = frame.header();
        var header =
                new FrameHeader(
                        old.type(),
                        old.flags(),
                        old.request(),
                        old.route(),
                        old.reply(),
                        remainingMs);
        return new Frame(header, frame.stamp(), frame.body());
    }

    /// What may be lost without anybody acting on a wrong picture.
    private enum Telemetry {
        EVENT,
        HEARTBEAT,
        NONE;

        static Telemetry of(FrameHeader header) {
            if (header.type() != FrameType.DELIVER) {
                return NONE;
            }
            return switch (header.flags() & Flags.MESSAGE_TYPE_MASK) {
                case Flags.EVENT -> EVENT;
                case Flags.HEARTBEAT -> HEARTBEAT;
                default -> NONE;
            };
        }
    }

    private record HeartbeatKey(String topic, int route) {}

    /// A frame in the queue; equal to itself only.
    private static final class Waiting {
        private final Frame frame;
        private final String topic;
        private final long sinceNanos;

        Waiting(Frame frame, String topic, long sinceNanos) {
            this.frame = frame;
            this.topic = topic;
            this.sinceNanos = sinceNanos;
        }

        HeartbeatKey key() {
            return new HeartbeatKey(topic, frame.header().route());
        }
    }
}
