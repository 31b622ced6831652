package daemoneye.rpc.collector;

import daemoneye.rpc.collector.fsmond.FileGatherer;
import daemoneye.rpc.collector.fsmond.NioFolderWatch;
import daemoneye.rpc.collector.fsmond.OshiFileSystems;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.collector.gather.LateGatherer;
import daemoneye.rpc.collector.netmond.NetworkGatherer;
import daemoneye.rpc.collector.netmond.NetworkSource;
import daemoneye.rpc.collector.perfmond.MachineSource;
import daemoneye.rpc.collector.perfmond.PerformanceGatherer;
import daemoneye.rpc.collector.perfmond.PerformanceLimits;
import daemoneye.rpc.collector.procmond.ProcessGatherer;
import daemoneye.rpc.collector.procmond.ProcessSource;
import daemoneye.rpc.collector.settings.CollectorSettings;

import java.io.IOException;
import java.util.concurrent.Executor;

/// The gatherer of each type, with the settings applied. What it needs of the system is opened at
/// its first scan.
public final class Gatherers {
    private Gatherers() {}

    /// @param background runs a task for as long as the gatherer is open
    public static Gatherer of(CollectorSettings settings, Executor background) {
        return switch (settings.type()) {
            case PROCESS -> new LateGatherer(ProcessGatherer.COMPONENTS, () -> processes(settings));
            case NETWORK ->
                    new LateGatherer(
                            NetworkGatherer.COMPONENTS,
                            () -> new NetworkGatherer(NetworkSource.ofThisSystem()));
            case FILE ->
                    new LateGatherer(FileGatherer.COMPONENTS, () -> files(settings, background));
            case PERFORMANCE ->
                    new LateGatherer(PerformanceGatherer.COMPONENTS, () -> machine(settings));
        };
    }

    private static Gatherer processes(CollectorSettings settings) throws IOException {
        return new ProcessGatherer(
                ProcessSource.ofThisSystem(),
                settings.number("command_line_chars"),
                settings.number("top_count"));
    }

    private static Gatherer files(CollectorSettings settings, Executor background)
            throws IOException {
        var watch = new NioFolderWatch(settings.folders("watched_folders"), background);
        return new FileGatherer(new OshiFileSystems(), watch);
    }

    private static Gatherer machine(CollectorSettings settings) {
        var limits =
                new PerformanceLimits(
                        settings.millis("sample_interval_ms"),
                        settings.number("cpu_limit_percent"),
                        settings.seconds("cpu_limit_seconds"),
                        settings.number("memory_limit_percent"),
                        settings.seconds("memory_limit_seconds"));
        return new PerformanceGatherer(MachineSource.ofThisSystem(), limits);
    }
}
