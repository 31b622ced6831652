package daemoneye.rpc.broker.statistics;

/// Why a broker did not pass something on. Everything that is dropped is counted under one of
/// these.
public enum DropCause {
    /// A newer heartbeat of the same topic took its place in a slow session's queue.
    HEARTBEAT_SUPERSEDED,
    /// The oldest event in a slow session's queue had to make room.
    EVENT_OVERFLOW,
    /// It waited in a slow session's queue when that session ended.
    SESSION_ENDED,
    /// A request waited in a slow session's queue until its deadline; the caller was told.
    REQUEST_EXPIRED,
    /// A reply after the deadline, or after its caller had gone.
    REPLY_LATE,
    /// A reply after the final reply.
    REPLY_SURPLUS,
    /// A reply along a route that was never opened to that session.
    REPLY_FORGED,
    /// Published by a session whose role does not allow it.
    NOT_PERMITTED
}
