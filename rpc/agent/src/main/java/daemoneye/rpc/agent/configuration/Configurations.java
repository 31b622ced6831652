package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.SettingsAtStart;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The settings of all collectors of an agent, a file each. Safe from any thread.
public final class Configurations implements SettingsAtStart {
    private final Path folder;
    private final String agentId;
    private final Ticker ticker;
    private final Map<CollectorId, CollectorConfig> known = new ConcurrentHashMap<>();

    /// @param folder made with the first change
    /// @param agentId in whose name the agent's own changes are noted
    public Configurations(Path folder, String agentId, Ticker ticker) {
        this.folder = folder;
        this.agentId = agentId;
        this.ticker = ticker;
    }

    /// Nothing is read yet.
    public CollectorConfig of(CollectorSpec spec) {
        return known.computeIfAbsent(
                spec.id(),
                id ->
                        new CollectorConfig(
                                spec, folder.resolve(id.text() + ".json"), agentId, ticker));
    }

    @Override
    public Map<String, ConfigValue> atStart(CollectorSpec spec) throws IOException {
        return of(spec).atStart();
    }
}
