package daemoneye.rpc.agent.registry;

import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process as an agent wrote it down, for the one that comes after it.
///
/// @param type e.g. `process-monitor`
/// @param startMark see [ProcessStat#startMark]; empty if the system did not tell
/// @param ours whether an agent started it; others are watched, never restarted
/// @param outlivesAgents whether it lives on without an agent
/// @param environment it was started with
/// @param limits it was started with
public record LeftBehind(
        CollectorId id,
        String type,
        long pid,
        Incarnation incarnation,
        String startMark,
        boolean ours,
        boolean outlivesAgents,
        Map<String, String> environment,
        Optional<ResourceLimits> limits) {
    public LeftBehind {
        environment = Map.copyOf(environment);
    }

    /// What there is to write down of a collector: its process, if it has one. On the loop.
    public static Optional<LeftBehind> of(SupervisedCollector collector) {
        return collector.life().map(life -> of(collector, life));
    }

    private static LeftBehind of(SupervisedCollector collector, Life life) {
        return new LeftBehind(
                collector.id(),
                collector.spec().type(),
                life.process().pid(),
                life.incarnation(),
                life.startMark(),
                life.ours(),
                life.process().outlivesUs(),
                collector.lastOrder().environment(),
                collector.lastOrder().limits());
    }

    /// Whether this very process still lives: number, start, and what its command line says.
    public boolean isStillThere() {
        return ProcessStat.startMark(pid).filter(startMark::equals).isPresent()
                && ProcessStat.commandLine(pid).map(this::isMeant).orElse(true);
    }

    // By hand, the incarnation may be left to the collector.
    private boolean isMeant(List<String> words) {
        var life = ProcessSearch.value(words, "--incarnation");
        return ProcessSearch.value(words, "--id").equals(id.text())
                && (life.isEmpty() || life.equals(incarnation.toString()));
    }
}
