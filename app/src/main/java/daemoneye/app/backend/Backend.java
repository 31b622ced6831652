package daemoneye.app.backend;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.Optional;
import java.util.function.Supplier;

/// What a window is shown: the picture of the fleet, and a way to call.
///
/// @param profile the name of the connection for people, e.g. "this machine"
/// @param clientId how this console names itself in calls
/// @param resilience what the caller does of its own accord
/// @param auditBell rings when there is something new in the audit logs
/// @param hostedAgent the agent that lives in this process and ends with it, if there is one by now
/// @param onClose ends everything that was started for it, in order; may take seconds
public record Backend(
        String profile,
        String clientId,
        RpcCaller caller,
        Resilience resilience,
        FleetModel fleet,
        Ticker ticker,
        AuditBell auditBell,
        Supplier<Optional<String>> hostedAgent,
        Runnable onClose)
        implements AutoCloseable {
    /// Without a bell, and without an agent of its own.
    public Backend(
            String profile,
            String clientId,
            RpcCaller caller,
            Resilience resilience,
            FleetModel fleet,
            Ticker ticker,
            Runnable onClose) {
        this(profile, clientId, caller, resilience, fleet, ticker, Optional::empty, onClose);
    }

    /// Without a bell.
    public Backend(
            String profile,
            String clientId,
            RpcCaller caller,
            Resilience resilience,
            FleetModel fleet,
            Ticker ticker,
            Supplier<Optional<String>> hostedAgent,
            Runnable onClose) {
        this(
                profile,
                clientId,
                caller,
                resilience,
                fleet,
                ticker,
                AuditBell.SILENT,
                hostedAgent,
                onClose);
    }

    /// The same, with a bell.
    public Backend hearing(AuditBell bell) {
        return new Backend(
                profile, clientId, caller, resilience, fleet, ticker, bell, hostedAgent, onClose);
    }

    /// The same, with an agent that ends with this process.
    public Backend hosting(String agentId) {
        return new Backend(
                profile,
                clientId,
                caller,
                resilience,
                fleet,
                ticker,
                auditBell,
                () -> Optional.of(agentId),
                onClose);
    }

    /// Closes the picture and what was started for it.
    @Override
    public void close() {
        fleet.close();
        onClose.run();
    }
}
