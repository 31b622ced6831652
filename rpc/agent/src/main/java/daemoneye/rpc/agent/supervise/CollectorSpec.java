package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.id.CollectorId;

/// A collector that an agent is to run.
///
/// @param type e.g. `process-monitor`
/// @param autostart start it together with the agent
public record CollectorSpec(CollectorId id, String type, boolean autostart) {}
