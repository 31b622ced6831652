package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.protocol.id.Incarnation;

/// One process of a collector.
///
/// @param sinceNanos when we met it, by the agent's ticker
/// @param ours whether we started it; others are watched, never restarted
public record Life(
        CollectorProcess process, Incarnation incarnation, long sinceNanos, boolean ours) {}
