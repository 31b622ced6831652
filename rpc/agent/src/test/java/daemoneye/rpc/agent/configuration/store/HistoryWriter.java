package daemoneye.rpc.agent.configuration.store;

import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Changes settings without end and prints the number of each version that is on the disk. A
/// process of its own, to be killed.
final class HistoryWriter {
    private HistoryWriter() {}

    /// @param args the file
    public static void main(String[] args) throws IOException {
        var store = open(Path.of(args[0]));
        while (true) {
            long next = store.book().next();
            store.save(store.book().with(version(next), 1));
            System.out.println(next);
        }
    }

    static VersionStore open(Path file) throws IOException {
        return VersionStore.open(file, "agent-test", new FakeTicker());
    }

    private static ConfigVersion version(long number) {
        return new ConfigVersion(
                number,
                values(number),
                new ChangeNote("kim", "kim", "change " + number),
                Instant.EPOCH,
                List.of("scan_interval_ms"),
                OptionalLong.empty());
    }

    /// Those of a version.
    static Map<String, ConfigValue> values(long number) {
        return Map.of("scan_interval_ms", ConfigValue.of(1000 + number));
    }
}
