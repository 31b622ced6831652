package daemoneye.rpc.agent.process.launch;

import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Hands settings to a starting collector: a JSON file in the runtime folder, which only its owner
/// may read, so that secrets never show in the list of processes.
final class StartSettings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StartSettings() {}

    /// @throws IOException with a sentence for people
    static Path write(LaunchOrder order, Path folder) throws IOException {
        var file = folder.resolve(order.id() + "-settings.json");
        try {
            // A temporary file is for its owner only, also in a folder that is not.
            var fresh = Files.createTempFile(folder, order.id().text(), ".new");
            try {
                Files.write(fresh, JSON.writeValueAsBytes(plain(order.config())));
                return Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Gone already, unless something went wrong.
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new IOException(
                    "cannot write %s, the settings of %s: check the rights of its folder"
                            .formatted(file, order.id()),
                    e);
        }
    }

    private static Map<String, Optional<Object>> plain(Map<String, ConfigValue> values) {
        var plain = new LinkedHashMap<String, Optional<Object>>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    // Jackson writes an empty Optional as null.
    private static Optional<Object> plain(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) -> Optional.of(text);
            case ConfigValue.Whole(var number) -> Optional.of(number);
            case ConfigValue.Decimal(var number) -> Optional.of(number);
            case ConfigValue.Flag(var flag) -> Optional.of(flag);
            case ConfigValue.Items(var items) ->
                    Optional.of(items.stream().map(StartSettings::plain).toList());
            case ConfigValue.Table(var entries) -> Optional.of(plain(entries));
            case ConfigValue.Nothing() -> Optional.empty();
        };
    }
}
