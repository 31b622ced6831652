package daemoneye.app.config;

import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.concurrent.Executor;

/// What every configuration dialog works with.
///
/// @param background where texts are compared and schemas are loaded
public record Desk(
        GuardViewModel guard,
        OperationsViewModel operations,
        FleetModel fleet,
        Ticker ticker,
        Executor fxThread,
        Executor background) {}
