package daemoneye.rpc.agent.supervise.recover;

/// What an agent does by itself about collectors in trouble.
///
/// @param on whether it does anything; if not, people are told, and nothing else happens
/// @param brake keeps all of it back while so much goes wrong that it is probably us
/// @param rescue makes the calls
public record Recovery(boolean on, FleetBrake brake, Rescue rescue) {
    /// What is said where nothing is done.
    static final String OFF = "nothing is done by itself, recovery is off: restart it";
}
