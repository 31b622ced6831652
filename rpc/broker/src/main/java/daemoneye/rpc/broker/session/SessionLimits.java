package daemoneye.rpc.broker.session;

import java.time.Duration;

/// How much one broker takes. Sizes are in bytes.
///
/// @param sessions at the same time
/// @param subscriptionsPerSession at the same time
/// @param queuedBytes that may wait for one slow session before it is cut off
/// @param queuedEventBytes of these that events may fill before the oldest is dropped; less than
///     `queuedBytes`, so that events alone never cut a session off
/// @param handshake time from connecting to a valid hello
/// @param silence without a single byte, after which a session is taken for dead; clients ping
///     after 5 s of quiet
/// @param longestDeadline that a request may have; longer ones are shortened to it
/// @param messagesPerSecond of one session, with as much again as a burst; 0 = no limit
public record SessionLimits(
        int sessions,
        int subscriptionsPerSession,
        long queuedBytes,
        long queuedEventBytes,
        Duration handshake,
        Duration silence,
        Duration longestDeadline,
        int messagesPerSecond) {
    /// The design's: 100 sessions, 8 MiB queued each, deadlines of at most 300 s, no rate limit on
    /// trusted local sockets.
    public static final SessionLimits DEFAULT =
            new SessionLimits(
                    100,
                    10_000,
                    8L << 20,
                    4L << 20,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(300),
                    0);

    public SessionLimits {
        if (sessions < 1 || subscriptionsPerSession < 1 || messagesPerSecond < 0) {
            throw new IllegalArgumentException(
                    "a broker needs room for at least one session with one subscription");
        }
        if (queuedEventBytes > queuedBytes || queuedEventBytes < 0) {
            throw new IllegalArgumentException(
                    "events may fill %d bytes of a queue of %d: make it less"
                            .formatted(queuedEventBytes, queuedBytes));
        }
    }

    /// The same with room for another number of sessions.
    public SessionLimits withSessions(int newSessions) {
        return new SessionLimits(
                newSessions,
                subscriptionsPerSession,
                queuedBytes,
                queuedEventBytes,
                handshake,
                silence,
                longestDeadline,
                messagesPerSecond);
    }

    /// The same with other queue limits.
    public SessionLimits withQueue(long newQueuedBytes, long newQueuedEventBytes) {
        return new SessionLimits(
                sessions,
                subscriptionsPerSession,
                newQueuedBytes,
                newQueuedEventBytes,
                handshake,
                silence,
                longestDeadline,
                messagesPerSecond);
    }

    /// The same with a rate limit per session; 0 = none.
    public SessionLimits withMessagesPerSecond(int newMessagesPerSecond) {
        return new SessionLimits(
                sessions,
                subscriptionsPerSession,
                queuedBytes,
                queuedEventBytes,
                handshake,
                silence,
                longestDeadline,
                newMessagesPerSecond);
    }
}
