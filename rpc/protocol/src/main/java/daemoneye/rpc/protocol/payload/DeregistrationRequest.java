package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.Optional;

/// A collector says good-bye: a clean exit, not a crash.
public record DeregistrationRequest(
        CollectorId collectorId, Incarnation incarnation, Optional<String> reason)
        implements RpcPayload {}
