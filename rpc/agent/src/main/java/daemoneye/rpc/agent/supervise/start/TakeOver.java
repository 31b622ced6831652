package daemoneye.rpc.agent.supervise.start;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.protocol.id.Incarnation;

/// A process that an agent before us looked after.
///
/// @param ours whether an agent started it; others are watched, never restarted
/// @param order it was started with, for restarts
public record TakeOver(
        CollectorProcess process, Incarnation incarnation, boolean ours, StartOrder order) {}
