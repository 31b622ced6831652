package daemoneye.rpc.collector.settings;

import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a change.
///
/// @param applied settings that have the new value now; if it was only validated: would have
/// @param skipped settings that had it before
/// @param refused why nothing was changed; empty if it was
/// @param restart settings whose new value needs a restart
/// @param version that holds now
/// @param previous that held before
/// @param rolledBack why the old settings were put back; empty if they were not
public record ChangeReport(
        List<String> applied,
        List<String> skipped,
        List<SettingFault> refused,
        List<String> restart,
        long version,
        long previous,
        Optional<String> rolledBack) {
    public ChangeReport {
        applied = List.copyOf(applied);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
        restart = List.copyOf(restart);
    }

    /// As UpdateConfig answers it.
    public GenericPayload payload() {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("applied_changes", ConfigValue.texts(applied));
        values.put("skipped_changes", ConfigValue.texts(skipped));
        values.put("refused_changes", new ConfigValue.Table(Map.of())); // else it is an error
        values.put("restart_required", ConfigValue.of(!restart.isEmpty()));
        values.put("restart_changes", ConfigValue.texts(restart));
        values.put("rollback_available", ConfigValue.of(false)); // an agent keeps versions
        values.put("version", ConfigValue.of(version));
        values.put("previous_version", ConfigValue.of(previous));
        values.put("rolled_back", ConfigValue.of(rolledBack.isPresent()));
        rolledBack.ifPresent(why -> values.put("rollback_reason", ConfigValue.of(why)));
        values.put("restarted", ConfigValue.of(false));
        return new GenericPayload(values);
    }

    /// Why nothing was changed, with every reason; empty if something was, or need not be.
    public Optional<RpcError> refusal() {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ConfigValue> table = new LinkedHashMap<>();
        refused.forEach(each -> table.put(each.path(), ConfigValue.of(each.message())));
        var paths = refused.stream().map(each -> "config_changes." + each.path()).toList();
        var first = refused.getFirst();
        var more = refused.size() == 1 ? "" : " (and %d more)".formatted(refused.size() - 1);
        return Optional.of(
                RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, first.message() + more)
                        .with("field", ConfigValue.of(paths.getFirst()))
                        .with("paths", ConfigValue.texts(paths))
                        .with("refused_changes", new ConfigValue.Table(table)));
    }
}
