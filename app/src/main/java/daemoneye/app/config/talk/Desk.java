package daemoneye.app.config.talk;

import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.Executor;

/// What every configuration dialog works with.
///
/// @param background where texts are compared and schemas are loaded
/// @param patience how long a collector may take to beat well after a change
public record Desk(
        GuardViewModel guard,
        OperationsViewModel operations,
        FleetModel fleet,
        Ticker ticker,
        Executor fxThread,
        Executor background,
        Duration patience) {
    /// A start takes 2 s, and the liveness monitor 3 s to say that something is wrong.
    public static final Duration PATIENCE = Duration.ofSeconds(30);
}
