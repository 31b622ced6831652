package daemoneye.app.launch;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

/// What a window is shown: the picture of the fleet, and a way to call.
///
/// @param profile the name of the connection for people, e.g. "this machine"
/// @param clientId how this console names itself in calls
/// @param resilience what the caller does of its own accord
/// @param onClose ends everything that was started for it, in order; may take seconds
public record Backend(
        String profile,
        String clientId,
        RpcCaller caller,
        Resilience resilience,
        FleetModel fleet,
        Ticker ticker,
        Runnable onClose)
        implements AutoCloseable {
    /// Closes the picture and what was started for it.
    @Override
    public void close() {
        fleet.close();
        onClose.run();
    }
}
