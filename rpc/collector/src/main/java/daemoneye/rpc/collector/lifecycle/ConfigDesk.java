package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.collector.settings.ChangeReport;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers GetConfig and UpdateConfig. Keeps no versions: that is the work of an agent, which asks
/// here for exactly what changes and says which version that makes, as `config_version` among the
/// changes. Without one the next number is taken.
final class ConfigDesk {
    private final CollectorSpec spec;
    private final LiveSettings settings;
    private final Fences fences;
    private final Runnable changed;

    /// @param changed told after each change
    ConfigDesk(CollectorSpec spec, Fences fences, Runnable changed) {
        this.spec = spec;
        this.settings = spec.settings();
        this.fences = fences;
        this.changed = changed;
    }

    /// What holds, secrets masked.
    Answer tell(ServedRequest call) {
        var now = settings.now();
        var payload = call.request().payload();
        if (!(payload instanceof EmptyPayload) && !asksForNewest(payload, now.version())) {
            return Answer.failed(
                    RpcError.notExecuted(
                            ErrorCode.INVALID_PAYLOAD,
                            "%s keeps no old versions: ask for version %d or for none"
                                    .formatted(spec.id(), now.version())));
        }
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("collector_id", ConfigValue.of(spec.id().text()));
        values.put("config_version", ConfigValue.of(now.version()));
        values.put("schema", ConfigValue.of(now.type().typeName()));
        values.put("config", new ConfigValue.Table(now.shown()));
        values.put("pending_restart", ConfigValue.texts(settings.waiting()));
        return Answer.done(new GenericPayload(values));
    }

    private static boolean asksForNewest(Object payload, long version) {
        if (!(payload instanceof GenericPayload(var values))) {
            return false;
        }
        var wanted = values.getOrDefault("version", ConfigValue.of(version));
        return wanted.equals(ConfigValue.of(version)) && !values.containsKey("history");
    }

    /// Changes what holds, all or nothing; what that came to is told per setting.
    Answer update(ServedRequest call) {
        if (!(call.request().payload() instanceof ConfigUpdateRequest wanted)) {
            return Answer.failed(Fences.wrongPayload("UpdateConfig", "a configuration update"));
        }
        var changes = new LinkedHashMap<>(wanted.configChanges());
        var told = Optional.ofNullable(changes.remove(CollectorSettings.VERSION));
        var refusal =
                fences.refusal(wanted.collectorId())
                        .or(() -> versionRefusal(wanted, told))
                        .or(() -> conflict(wanted, told.isPresent()));
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        var preview = settings.validate(changes);
        if (wanted.validateOnly() || preview.refusal().isPresent()) {
            return answer(preview);
        }
        return call.commit()
                ? answer(change(changes, versionOf(told), wanted.rollbackOnFailure()))
                : Answer.failed(RpcError.notExecuted(ErrorCode.CANCELLED, "nothing was changed"));
    }

    private static Answer answer(ChangeReport report) {
        return report.refusal()
                .<Answer>map(Answer::failed)
                .orElseGet(() -> Answer.done(report.payload()));
    }

    private ChangeReport change(
            Map<String, ConfigValue> changes, OptionalLong version, boolean putBack) {
        var report = settings.change(changes, version, putBack);
        if (report.version() != report.previous()) {
            changed.run();
        }
        return report;
    }

    private static Optional<RpcError> versionRefusal(
            ConfigUpdateRequest wanted, Optional<ConfigValue> told) {
        if (wanted.rollbackTo().isPresent()) {
            return Optional.of(
                    RpcError.notExecuted(
                            ErrorCode.OPERATION_NOT_SUPPORTED,
                            "a collector without an agent keeps no old versions to go back to"));
        }
        return told.isEmpty() || versionOf(told).isPresent()
                ? Optional.empty()
                : Optional.of(
                        RpcError.notExecuted(
                                ErrorCode.INVALID_PAYLOAD,
                                "config_version is a whole number from 1"));
    }

    private static OptionalLong versionOf(Optional<ConfigValue> told) {
        return told.orElse(new ConfigValue.Nothing()) instanceof ConfigValue.Whole(var number)
                        && number > 0
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    /// An agent has compared the versions already.
    private Optional<RpcError> conflict(ConfigUpdateRequest wanted, boolean byAgent) {
        long version = settings.now().version();
        var expected = wanted.expectedVersion();
        return byAgent || expected.isEmpty() || expected.getAsLong() == version
                ? Optional.empty()
                : Optional.of(
                        RpcError.notExecuted(
                                        ErrorCode.CONFIG_CONFLICT,
                                        "the configuration of %s has version %d, not %d"
                                                .formatted(
                                                        spec.id(), version, expected.getAsLong()))
                                .with("config_version", ConfigValue.of(version)));
    }
}
