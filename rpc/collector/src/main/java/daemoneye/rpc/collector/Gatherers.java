package daemoneye.rpc.collector;

import daemoneye.rpc.collector.executables.ExecutableWatch;
import daemoneye.rpc.collector.executables.HashRule;
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
import daemoneye.rpc.collector.procmond.ProcessOptions;
import daemoneye.rpc.collector.procmond.ProcessSource;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;

import java.io.IOException;
import java.util.concurrent.Executor;

/// The gatherer of each type. It reads the settings at each scan; what must be made anew when they
/// change follows [LiveSettings#onChange]. What it needs of the system is opened at its first scan.
public final class Gatherers {
    private static final String FOLDERS = "watched_folders";

    private Gatherers() {}

    /// @param background runs a task for as long as the gatherer is open
    public static Gatherer of(LiveSettings settings, Executor background) {
        var type = settings.now().type().typeName();
        return switch (type) {
            case "process-monitor" ->
                    new LateGatherer(ProcessGatherer.COMPONENTS, () -> processes(settings));
            case "network-monitor" ->
                    new LateGatherer(
                            NetworkGatherer.COMPONENTS,
                            () -> new NetworkGatherer(NetworkSource.ofThisSystem()));
            case "file-monitor" ->
                    new LateGatherer(FileGatherer.COMPONENTS, () -> files(settings, background));
            case "performance-monitor" ->
                    new LateGatherer(PerformanceGatherer.COMPONENTS, () -> machine(settings));
            default ->
                    CollectorKinds.other(type)
                            .orElseThrow(() -> new IllegalStateException("no kind is " + type))
                            .gatherer(settings, background);
        };
    }

    private static Gatherer processes(LiveSettings settings) throws IOException {
        return new ProcessGatherer(
                ProcessSource.ofThisSystem(),
                () -> processOptions(settings.now()),
                new ExecutableWatch());
    }

    private static ProcessOptions processOptions(CollectorSettings now) {
        return new ProcessOptions(
                now.number("command_line_chars"),
                now.number("top_count"),
                new HashRule(now.flag("enable_hash_verification"), now.text("hash_key")));
    }

    private static Gatherer files(LiveSettings settings, Executor background) throws IOException {
        var first = settings.now();
        var watch = new NioFolderWatch(first.folders(FOLDERS), background);
        settings.onChange((before, after) -> follow(watch, before, after));
        follow(watch, first, settings.now()); // a change may have come in between
        return new FileGatherer(new OshiFileSystems(), watch);
    }

    private static void follow(
            NioFolderWatch watch, CollectorSettings before, CollectorSettings after)
            throws IOException {
        if (!after.folders(FOLDERS).equals(before.folders(FOLDERS))) {
            watch.follow(after.folders(FOLDERS));
        }
    }

    private static Gatherer machine(LiveSettings settings) {
        return new PerformanceGatherer(
                MachineSource.ofThisSystem(), () -> performanceLimits(settings.now()));
    }

    private static PerformanceLimits performanceLimits(CollectorSettings now) {
        return new PerformanceLimits(
                now.millis("sample_interval_ms"),
                now.number("cpu_limit_percent"),
                now.seconds("cpu_limit_seconds"),
                now.number("memory_limit_percent"),
                now.seconds("memory_limit_seconds"));
    }
}
