package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;

/// What an update means, before anything is done.
///
/// @param told all values that are not usual, afterwards
/// @param changed names whose value becomes another, in the order asked for
/// @param hot those of them that can hold at once, with the new value
/// @param restart those of them that hold after a restart only
/// @param pending what waits for a restart afterwards if there is none now, with the value that the
///     process runs with
/// @param skipped names whose value is that already
/// @param faults why it is refused as a whole; empty if it may be done
public record ChangePlan(
        Map<String, ConfigValue> told,
        List<String> changed,
        Map<String, ConfigValue> hot,
        List<String> restart,
        Map<String, ConfigValue> pending,
        List<String> skipped,
        List<SettingFault> faults) {
    public ChangePlan {
        told = ConfigValue.copy(told);
        changed = List.copyOf(changed);
        hot = ConfigValue.copy(hot);
        restart = List.copyOf(restart);
        pending = ConfigValue.copy(pending);
        skipped = List.copyOf(skipped);
        faults = List.copyOf(faults);
    }

    static ChangePlan refused(List<SettingFault> faults) {
        return new ChangePlan(
                Map.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(), faults);
    }

    /// Changed names that need no restart.
    List<String> atOnce() {
        return changed.stream().filter(name -> !restart.contains(name)).toList();
    }

    /// Whether every value is as it should be already.
    public boolean changesNothing() {
        return changed.isEmpty();
    }
}
