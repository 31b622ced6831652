package daemoneye.rpc.collector.cleanup;

import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;

/// One cleanup task that is over.
///
/// @param task its name, e.g. `flush_events`
/// @param outcome for people, e.g. "all events are published"
/// @param took by the monotonic clock
public record TaskOutcome(String task, String outcome, Duration took) {
    /// The same on the way to the answer.
    public Step step() {
        return Step.of(toString())
                .with("phase", ConfigValue.of("cleanup"))
                .with("task", ConfigValue.of(task))
                .with("outcome", ConfigValue.of(outcome))
                .with("duration_ms", ConfigValue.of(took.toMillis()));
    }

    /// For people: "flush_events: all events are published (12 ms)".
    @Override
    public String toString() {
        return "%s: %s (%d ms)".formatted(task, outcome, took.toMillis());
    }
}
