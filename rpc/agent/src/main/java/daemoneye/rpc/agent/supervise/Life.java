package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.protocol.id.Incarnation;

/// One process of a collector.
///
/// @param sinceNanos when we met it, by the agent's ticker
/// @param ours whether an agent started it; others are watched, never restarted
/// @param startMark see [ProcessStat#startMark]; empty if the system does not tell
public record Life(
        CollectorProcess process,
        Incarnation incarnation,
        long sinceNanos,
        boolean ours,
        String startMark) {
    /// A life that begins for us now.
    public static Life met(
            CollectorProcess process, Incarnation incarnation, long nowNanos, boolean ours) {
        var mark = ProcessStat.startMark(process.pid()).orElse("");
        return new Life(process, incarnation, nowNanos, ours, mark);
    }
}
