package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.Optional;

/// A collector tells the agents that it is there.
///
/// @param agentId the agent that spawned it; empty if a person started it by hand
/// @param version of the collector's software
public record RegistrationRequest(
        CollectorId collectorId,
        String collectorType,
        String host,
        long pid,
        Incarnation incarnation,
        Optional<String> agentId,
        String version,
        CapabilitiesData capabilities)
        implements RpcPayload {}
