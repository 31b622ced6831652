package daemoneye.rpc.collector.settings;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;

/// Every setting of every type of collector, with its usual value and its bounds.
final class KnownSettings {
    private static final int MOST_FOLDERS = 64;
    private static final long HOUR_MS = 3_600_000;

    private KnownSettings() {}

    static List<Setting> of(CollectorType type) {
        var settings = new ArrayList<Setting>();
        settings.add(Setting.number("scan_interval_ms", usualInterval(type), 100, HOUR_MS));
        settings.add(Setting.number("max_events_per_scan", 200, 1, 5_000));
        settings.add(Setting.number("event_queue_capacity", 5_000, 100, 100_000));
        settings.add(Setting.number("batch_size", 100, 1, 1_000));
        settings.addAll(own(type));
        return List.copyOf(settings);
    }

    private static long usualInterval(CollectorType type) {
        return switch (type) {
            case PROCESS, NETWORK, PERFORMANCE -> 1_000;
            case FILE -> 2_000;
        };
    }

    private static List<Setting> own(CollectorType type) {
        return switch (type) {
            case PROCESS ->
                    List.of(
                            Setting.number("command_line_chars", 512, 1, 1_024),
                            Setting.number("top_count", 10, 1, 100));
            case NETWORK -> List.of();
            case FILE -> List.of(watchedFolders());
            case PERFORMANCE ->
                    List.of(
                            Setting.number("sample_interval_ms", 5_000, 100, HOUR_MS),
                            Setting.number("cpu_limit_percent", 90, 1, 100),
                            Setting.number("cpu_limit_seconds", 10, 0, 3_600),
                            Setting.number("memory_limit_percent", 95, 1, 100),
                            Setting.number("memory_limit_seconds", 0, 0, 3_600));
        };
    }

    private static Setting watchedFolders() {
        var usual = List.of(System.getProperty("java.io.tmpdir"), System.getProperty("user.home"));
        return new Setting(
                "watched_folders",
                ConfigValue.texts(usual.stream().distinct().toList()),
                new Setting.Rule.Folders(MOST_FOLDERS));
    }
}
