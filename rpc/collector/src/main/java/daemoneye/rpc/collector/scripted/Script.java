package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.collector.gather.ComponentReport;
import daemoneye.rpc.collector.gather.Observation;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a [ScriptedCollector] says and does from now on; immutable.
///
/// @param cpuPercent of one core, as its beats tell
/// @param memoryMb as its beats tell
/// @param components of its gathering
/// @param metrics beside the ones that every collector has
/// @param events that every scan sees
/// @param fault what is wrong with it
public record Script(
        double cpuPercent,
        double memoryMb,
        List<ComponentReport> components,
        Map<String, Double> metrics,
        List<Observation> events,
        Fault fault) {
    /// What can be wrong with a collector.
    public sealed interface Fault {
        /// Nothing.
        record None() implements Fault {}

        /// Neither beats nor answers, as a process that was stopped.
        record Silent() implements Fault {}

        /// Beats, but takes this long for every answer.
        record Slow(Duration delay) implements Fault {}

        /// Beats, but refuses every request.
        record Refusing(RpcError error) implements Fault {}
    }

    public Script {
        components = List.copyOf(components);
        metrics = Map.copyOf(metrics);
        events = List.copyOf(events);
    }

    /// All is well: one healthy component.
    public static Script well(String component, String message) {
        return new Script(
                2.3,
                45.2,
                List.of(new ComponentReport(component, HealthStatus.HEALTHY, message)),
                Map.of(),
                List.of(),
                new Fault.None());
    }

    /// The same with other costs.
    public Script costing(double newCpuPercent, double newMemoryMb) {
        return new Script(newCpuPercent, newMemoryMb, components, metrics, events, fault);
    }

    /// The same with other components.
    public Script reporting(ComponentReport... reports) {
        return new Script(cpuPercent, memoryMb, List.of(reports), metrics, events, fault);
    }

    /// The same with other figures.
    public Script measuring(Map<String, Double> newMetrics) {
        return new Script(cpuPercent, memoryMb, components, newMetrics, events, fault);
    }

    /// The same with other events.
    public Script seeing(Observation... seen) {
        return new Script(cpuPercent, memoryMb, components, metrics, List.of(seen), fault);
    }

    /// The same with another fault.
    public Script suffering(Fault newFault) {
        return new Script(cpuPercent, memoryMb, components, metrics, events, newFault);
    }

    boolean isSilent() {
        return fault instanceof Fault.Silent;
    }

    Optional<Duration> delay() {
        return fault instanceof Fault.Slow(var delay) ? Optional.of(delay) : Optional.empty();
    }

    Optional<RpcError> refusal() {
        return fault instanceof Fault.Refusing(var error) ? Optional.of(error) : Optional.empty();
    }
}
