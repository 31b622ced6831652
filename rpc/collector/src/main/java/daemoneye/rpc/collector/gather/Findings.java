package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a gatherer writes what it finds in one scan. Not for several threads.
public final class Findings {
    private final int maxEvents;
    private final Map<String, ComponentReport> components = new LinkedHashMap<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, ConfigValue> details = new LinkedHashMap<>();
    private final List<Observation> events = new ArrayList<>();
    private int omitted;
    private int errors;

    /// @param maxEvents what is found beyond that is counted, and not kept
    public Findings(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    /// One part of a look.
    @FunctionalInterface
    public interface Part {
        /// @return what to tell people when all is well, e.g. "Enumerating 1,234 processes"
        String look() throws IOException;
    }

    /// Runs one part: well if it returns, degraded with the reason (and one error more) if it
    /// cannot read.
    public void part(String component, Part part) {
        try {
            var message = part.look();
            components.putIfAbsent(
                    component, new ComponentReport(component, HealthStatus.HEALTHY, message));
        } catch (IOException e) {
            degraded(component, Reasons.of(e));
            error();
        }
    }

    /// Less than it should be; the reason is one plain sentence.
    public void degraded(String component, String reason) {
        report(new ComponentReport(component, HealthStatus.DEGRADED, reason));
    }

    /// How a component does, in so many words.
    public void report(ComponentReport report) {
        components.put(report.name(), report);
    }

    public void error() {
        errors++;
    }

    /// Adds a figure; what is no number (no time has passed yet) is left out.
    public void metric(String name, double value) {
        if (Double.isFinite(value)) {
            metrics.put(name, value);
        }
    }

    /// Adds a count.
    public void metric(String name, long count) {
        metrics.put(name, (double) count);
    }

    public void detail(String name, ConfigValue value) {
        details.put(name, value);
    }

    public void event(Observation seen) {
        if (events.size() < maxEvents) {
            events.add(seen);
        } else {
            omitted++;
        }
    }

    /// All of it.
    public Scan scan() {
        return new Scan(
                List.copyOf(components.values()), metrics, details, events, omitted, errors);
    }
}
