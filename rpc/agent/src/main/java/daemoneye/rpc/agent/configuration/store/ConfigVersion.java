package daemoneye.rpc.agent.configuration.store;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// One version of a collector's settings.
///
/// @param number grows, never given twice to a collector
/// @param values those that were told; the others are as usual. Secrets are among them
/// @param at by the agent's clock, for people
/// @param changed names that differ from the version before
/// @param liveMs how long it was the newest, milliseconds; empty for the newest
public record ConfigVersion(
        long number,
        Map<String, ConfigValue> values,
        ChangeNote note,
        Instant at,
        List<String> changed,
        OptionalLong liveMs) {
    /// @throws IllegalArgumentException if the number is not positive
    public ConfigVersion {
        if (number < 1) {
            throw new IllegalArgumentException("a version is a number from 1, not " + number);
        }
        values = ConfigValue.copy(values);
        changed = List.copyOf(changed);
    }

    ConfigVersion over(long lived) {
        return new ConfigVersion(number, values, note, at, changed, OptionalLong.of(lived));
    }
}
