package daemoneye.app.config.talk;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One version of a collector's configuration.
///
/// @param schema the type whose schema knows these settings; may be empty
/// @param values every setting, secrets masked
/// @param by who made it; may be empty
/// @param pending names whose value waits for a restart
/// @param warning of the agent, e.g. that a version could not be read; may be empty
public record Snapshot(
        long version,
        String schema,
        Map<String, ConfigValue> values,
        String by,
        Optional<Instant> at,
        String reason,
        List<String> pending,
        String warning) {
    public Snapshot {
        values = ConfigValue.copy(values);
        pending = List.copyOf(pending);
    }

    static Snapshot of(Fields answer) {
        return new Snapshot(
                answer.number("config_version"),
                answer.text("schema"),
                answer.table("config"),
                answer.text("by"),
                answer.time("at"),
                answer.text("reason"),
                answer.names("pending_restart"),
                answer.text("warning"));
    }
}
