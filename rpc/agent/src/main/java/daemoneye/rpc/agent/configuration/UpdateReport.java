package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer to UpdateConfig, as it is put together.
final class UpdateReport {
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();

    UpdateReport(CollectorConfig config, long previous, List<String> skipped) {
        values.put("collector_id", ConfigValue.of(config.id().text()));
        values.put("applied_changes", ConfigValue.texts(List.of()));
        values.put("skipped_changes", ConfigValue.texts(skipped));
        values.put("refused_changes", new ConfigValue.Table(Map.of()));
        values.put("restart_required", ConfigValue.of(false));
        values.put("restart_changes", ConfigValue.texts(List.of()));
        values.put("rollback_available", ConfigValue.of(false));
        values.put("version", ConfigValue.of(previous));
        values.put("previous_version", ConfigValue.of(previous));
        values.put("rolled_back", ConfigValue.of(false));
        values.put("restarted", ConfigValue.of(false));
        config.trouble().ifPresent(why -> values.put("warning", ConfigValue.of(why)));
    }

    UpdateReport version(long number) {
        values.put("version", ConfigValue.of(number));
        return this;
    }

    UpdateReport applied(List<String> names) {
        values.put("applied_changes", ConfigValue.texts(names));
        return this;
    }

    /// These hold after a restart only, which has not been.
    UpdateReport waiting(List<String> names) {
        values.put("restart_changes", ConfigValue.texts(names));
        values.put("restart_required", ConfigValue.of(!names.isEmpty()));
        return this;
    }

    UpdateReport rollbackAvailable(boolean available) {
        values.put("rollback_available", ConfigValue.of(available));
        return this;
    }

    UpdateReport restarted() {
        values.put("restarted", ConfigValue.of(true));
        return this;
    }

    UpdateReport rolledBack(String why) {
        values.put("rolled_back", ConfigValue.of(true));
        return with("rollback_reason", ConfigValue.of(why));
    }

    UpdateReport with(String name, ConfigValue value) {
        values.put(name, value);
        return this;
    }

    Answer answer() {
        return Answer.done(new GenericPayload(values));
    }
}
