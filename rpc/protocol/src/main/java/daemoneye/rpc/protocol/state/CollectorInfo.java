package daemoneye.rpc.protocol.state;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What an agent knows of one of its collectors.
///
/// @param collectorType e.g. `process-monitor`
/// @param agentId the agent that owns it
/// @param stateReason for people, e.g. why it failed
/// @param pid of the running process
/// @param uptimeSeconds of the running process, by the agent's monotonic clock
/// @param restarts automatic restarts since a person last started it
/// @param eventTypes what it gathers, e.g. `process`
public record CollectorInfo(
        CollectorId collectorId,
        String collectorType,
        String host,
        String agentId,
        ProcessState state,
        Optional<String> stateReason,
        OptionalLong pid,
        Optional<Incarnation> incarnation,
        OptionalLong uptimeSeconds,
        long configVersion,
        int restarts,
        Optional<LastExit> lastExit,
        List<String> eventTypes) {
    public CollectorInfo {
        eventTypes = List.copyOf(eventTypes);
    }
}
