package daemoneye.rpc.cli.link;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.transport.bus.Welcome;

import java.util.function.Consumer;

/// A link to a broker that works. Safe from any thread.
public interface OpenLink extends AutoCloseable {
    /// What the broker said when it welcomed us.
    Welcome welcome();

    /// Who we are, for the records of those we call.
    String clientId();

    /// Repeats what can safely be repeated.
    RpcCaller caller();

    /// What the caller does of its own accord.
    Resilience resilience();

    /// Tells of every heartbeat from now on, on a loop thread; the listener must not block.
    ///
    /// @return ends it
    Runnable heartbeats(Consumer<HeartbeatData> listener);

    /// Tells of audit entries that are published from now on, on a loop thread; the listener must
    /// not block. For admins.
    ///
    /// @return ends it
    Runnable auditEvents(Consumer<CollectorEvent> listener);

    /// The live picture of the fleet; made when first asked for, closed with the link.
    FleetModel fleet();

    /// Says good-bye.
    @Override
    void close();
}
