package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.time.Duration;
import java.util.Optional;

/// Who a collector is for all of its life.
///
/// @param agentId the agent that started it; empty if a person did
/// @param heartbeat between two beats, unless the agent that accepts it says otherwise
/// @param host the name of this machine, for people
/// @param version of the software
public record CollectorSpec(
        CollectorId id,
        Optional<String> agentId,
        Incarnation incarnation,
        Duration heartbeat,
        LiveSettings settings,
        String host,
        long pid,
        String version) {}
