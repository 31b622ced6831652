package daemoneye.rpc.transport.bus;

/// What a subscriber wants from a topic.
public enum SubscriptionKind {
    /// Published messages.
    LISTEN,
    /// Requests, to answer them.
    ANSWER,
    /// Requests, to answer them as long as nobody with ANSWER is there: an agent for a collector
    /// that does not run.
    STAND_IN
}
