package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.protocol.value.WireName;

import java.util.OptionalDouble;

/// One thing that a collector can be told.
///
/// @param name e.g. `scan_interval_ms`
/// @param usual what holds if nobody says otherwise
/// @param least smallest number; empty if it is none
/// @param most greatest number; empty if it is none
/// @param unit e.g. `ms`; empty if there is none
/// @param apply what it takes for a new value to hold
/// @param secret never shown: see [SettingsSchema#masked]
/// @param description one or two sentences for people
public record Setting(
        String name,
        Kind kind,
        ConfigValue usual,
        OptionalDouble least,
        OptionalDouble most,
        String unit,
        Apply apply,
        boolean secret,
        String description) {
    /// What a value is.
    public enum Kind implements WireName {
        FLAG,
        WHOLE,
        DECIMAL,
        TEXT,
        /// A list of texts.
        TEXTS;

        /// Whether `value` is of this kind, whatever its bounds. A whole number is a decimal one,
        /// too, but not the other way round.
        public boolean fits(ConfigValue value) {
            return switch (value) {
                case ConfigValue.Flag _ -> this == FLAG;
                case ConfigValue.Whole _ -> this == WHOLE || this == DECIMAL;
                case ConfigValue.Decimal(var number) -> this == DECIMAL && Double.isFinite(number);
                case ConfigValue.Text _ -> this == TEXT;
                case ConfigValue.Items(var items) ->
                        this == TEXTS
                                && items.stream()
                                        .allMatch(each -> each instanceof ConfigValue.Text);
                case ConfigValue.Table _, ConfigValue.Nothing _ -> false;
            };
        }
    }

    /// When a new value holds.
    public enum Apply implements WireName {
        /// At once, in the running collector.
        HOT,
        /// After a restart of the collector.
        RESTART
    }
}
