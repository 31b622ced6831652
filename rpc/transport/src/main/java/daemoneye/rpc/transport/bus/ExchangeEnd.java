package daemoneye.rpc.transport.bus;

/// Why an exchange ended without all final replies.
public enum ExchangeEnd {
    /// Nobody answers this topic; it reached no one.
    NO_RESPONDER,
    /// The broker refused it before routing; it reached no one.
    REFUSED,
    /// Our role does not allow to ask there; it reached no one.
    NOT_PERMITTED,
    /// The time is up; it may have been executed.
    DEADLINE,
    /// The responder's session ended; it may have been executed.
    RESPONDER_LOST,
    /// Our own session ended; it may have been executed.
    LINK_LOST,
    /// Our own session was over already; it never left.
    NOT_SENT
}
