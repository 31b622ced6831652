package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.Optional;

/// What GracefulShutdown and ForceShutdown carry.
///
/// @param gracefulTimeoutMs time for the cleanup, milliseconds; 0 for a forced end
/// @param onlyIncarnation fence: act only on this life, so that the successor is never hit
public record ShutdownRequest(
        CollectorId collectorId,
        ShutdownType shutdownType,
        long gracefulTimeoutMs,
        boolean forceAfterTimeout,
        Optional<String> reason,
        Optional<Incarnation> onlyIncarnation)
        implements RpcPayload {}
