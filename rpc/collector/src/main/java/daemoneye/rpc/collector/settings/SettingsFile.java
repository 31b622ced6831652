package daemoneye.rpc.collector.settings;

import daemoneye.rpc.client.schema.ConfigJson;
import daemoneye.rpc.collector.gather.Reasons;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Reads settings from a JSON file: one object, setting names to values.
public final class SettingsFile {
    /// Most bytes of a file.
    public static final int MOST_BYTES = ConfigJson.MOST_BYTES;

    private SettingsFile() {}

    /// @throws IllegalArgumentException with a sentence for people, if it cannot be read
    public static Map<String, ConfigValue> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refusal(file, "it has more than %d bytes".formatted(MOST_BYTES));
            }
            return ConfigJson.object(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw refusal(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refusal(file, Reasons.of(e));
        }
    }

    private static IllegalArgumentException refusal(Path file, String why) {
        return new IllegalArgumentException("cannot use the settings in " + file + ": " + why);
    }
}
