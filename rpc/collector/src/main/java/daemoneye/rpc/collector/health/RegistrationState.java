package daemoneye.rpc.collector.health;

/// Whether an agent knows of this collector.
public sealed interface RegistrationState {
    /// Asked, not answered yet.
    record Asking() implements RegistrationState {}

    /// An agent keeps us.
    record Accepted(String agentId) implements RegistrationState {}

    /// No agent wants us; asked again soon.
    ///
    /// @param reason one sentence
    record Refused(String reason) implements RegistrationState {}
}
