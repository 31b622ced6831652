package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ChangeNote;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// From a start that failed back to settings that worked: first those of the version before, then,
/// if some of them had waited for this very restart and it fails again, those that the process ran
/// with. Each is a new version, in the name of the agent.
final class WayBack {
    private final CollectorConfig config;
    private final String agentId;
    private final SteeredCollector collector;
    private final SettingsSchema schema;
    private final VersionBook before;

    WayBack(
            CollectorConfig config,
            String agentId,
            SteeredCollector collector,
            SettingsSchema schema,
            VersionBook before) {
        this.config = config;
        this.agentId = agentId;
        this.collector = collector;
        this.schema = schema;
        this.before = before;
    }

    /// Where it ended.
    ///
    /// @param version that holds now
    /// @param restarted whether the collector was started with it
    /// @param error why it does not run; empty if it does, or was not to be started
    record End(long version, boolean restarted, Optional<RpcError> error) {}

    /// @param why the newest version has to go, for the history
    /// @param start whether to start the collector again
    End go(String why, boolean start) throws IOException, InterruptedException {
        if (collector.info().state().hasProcess()) {
            return new End(
                    write(before.newest().values(), before.pending(), why),
                    false,
                    Optional.empty());
        }
        var ran = CollectorConfig.running(before, schema);
        boolean unchanged = config.book().newest().values().equals(before.newest().values());
        long version = write(unchanged ? ran : before.newest().values(), Map.of(), why);
        if (!start) {
            return new End(version, false, Optional.empty());
        }
        var end = start(version);
        if (end.error().isEmpty() || unchanged || before.pending().isEmpty()) {
            return end;
        }
        var again =
                "version %d did not become ready: %s"
                        .formatted(version, end.error().get().message());
        return start(write(ran, Map.of(), again));
    }

    private End start(long version) throws InterruptedException {
        collector.step(
                "back to settings from before, as version %d; starting it".formatted(version));
        return switch (collector.start()) {
            case Answer.Success _ -> new End(version, true, Optional.empty());
            case Answer.Failure(var error) -> new End(version, false, Optional.of(error));
        };
    }

    private long write(Map<String, ConfigValue> told, Map<String, ConfigValue> pending, String why)
            throws IOException {
        var note = ChangeNote.ofAgent(agentId, "went back: " + why);
        return config.write(told, pending, note).number();
    }
}
