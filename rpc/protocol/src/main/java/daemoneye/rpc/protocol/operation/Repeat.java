package daemoneye.rpc.protocol.operation;

/// Whether a call whose outcome is unknown may be sent again.
public enum Repeat {
    /// Yes: it changes nothing.
    FREELY,
    /// Yes, with the same request id, so that it is executed once.
    SAME_REQUEST,
    /// No: ask QueryOutcome what became of it.
    NEVER
}
