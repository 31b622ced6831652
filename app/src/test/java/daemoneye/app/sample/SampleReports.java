package daemoneye.app.sample;

import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;

/// What agents and collectors send on the way of a shutdown.
public final class SampleReports {
    private SampleReports() {}

    /// A report with these fields.
    public static GenericPayload of(String... namesAndTexts) {
        var values = new LinkedHashMap<String, ConfigValue>();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            values.put(namesAndTexts[at], ConfigValue.of(namesAndTexts[at + 1]));
        }
        return new GenericPayload(values);
    }

    /// The agent has asked it.
    public static GenericPayload preparing() {
        return of("step", "asked it to clean up and end", "phase", "preparing");
    }

    /// The agent does not wait any longer.
    public static GenericPayload terminating() {
        return of("step", "terminating it", "phase", "forced", "by", "terminate");
    }

    /// A task of the cleanup is over.
    public static GenericPayload task(String name, String outcome, long millis) {
        var values =
                new LinkedHashMap<>(
                        of("phase", "cleanup", "task", name, "outcome", outcome).values());
        values.put("step", ConfigValue.of("%s: %s (%d ms)".formatted(name, outcome, millis)));
        values.put("duration_ms", ConfigValue.of(millis));
        return new GenericPayload(values);
    }
}
