package daemoneye.app.config.talk;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One line of a configuration's history.
///
/// @param changes what it changed, secrets masked; `nothing` went back to the default
/// @param live how long it held; empty for the one that holds now
public record HistoryEntry(
        long version,
        String by,
        Optional<Instant> at,
        String reason,
        Map<String, ConfigValue> changes,
        Optional<Duration> live) {
    public HistoryEntry {
        changes = ConfigValue.copy(changes);
    }

    static List<HistoryEntry> all(Fields answer) {
        return answer.items("history").stream()
                .filter(ConfigValue.Table.class::isInstance)
                .map(each -> of(new Fields(((ConfigValue.Table) each).entries())))
                .toList();
    }

    private static HistoryEntry of(Fields entry) {
        return new HistoryEntry(
                entry.number("version"),
                entry.text("by"),
                entry.time("at"),
                entry.text("reason"),
                entry.table("changes"),
                entry.values().containsKey("live_ms")
                        ? Optional.of(Duration.ofMillis(Math.max(0, entry.number("live_ms"))))
                        : Optional.empty());
    }
}
