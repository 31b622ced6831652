package daemoneye.rpc.collector.settings;

import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;

/// What a change means, before anything is done.
///
/// @param hot what becomes another value at once
/// @param restart what does after a restart only
/// @param skipped settings that have that value already
/// @param faults why nothing of it may be done; empty if it may
record SettingsChange(
        Map<String, ConfigValue> hot,
        Map<String, ConfigValue> restart,
        List<String> skipped,
        List<SettingFault> faults) {
    SettingsChange {
        hot = ConfigValue.copy(hot);
        restart = ConfigValue.copy(restart);
        skipped = List.copyOf(skipped);
        faults = List.copyOf(faults);
    }

    boolean changesNothing() {
        return hot.isEmpty() && restart.isEmpty();
    }
}
