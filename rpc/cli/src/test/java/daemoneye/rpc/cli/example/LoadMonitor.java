package daemoneye.rpc.cli.example;

import daemoneye.rpc.collector.CollectorKind;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.collector.gather.Observation;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// A collector of your own: the design's *collector-core Integration*, to copy. It tells the load
/// of the machine, and an event when the machine becomes busy. Registration, beats, health checks,
/// settings, shutdown and audit are done for it.
///
/// Beside it stand `META-INF/services/daemoneye.rpc.collector.CollectorKind` with its name, and its
/// settings in `schemas/load-monitor.json`. An agent runs it: `--collectors loadd:load-monitor`.
public final class LoadMonitor implements CollectorKind {
    @Override
    public CollectorType type() {
        return CollectorType.of("load-monitor", "load");
    }

    @Override
    public Gatherer gatherer(LiveSettings settings, Executor background) {
        return new LoadGatherer(settings);
    }

    private static final class LoadGatherer implements Gatherer {
        private final LiveSettings settings;
        private boolean wasBusy;

        LoadGatherer(LiveSettings settings) {
            this.settings = settings;
        }

        @Override
        public List<String> components() {
            return List.of("load");
        }

        @Override
        public void scan(Findings out, long nowNanos) {
            out.part("load", () -> look(out));
        }

        private String look(Findings out) throws IOException {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            if (load < 0) {
                throw new IOException("this system does not tell its load");
            }
            out.metric("load_1m", load);
            boolean busy = load >= settings.now().decimal("busy_load");
            if (busy && !wasBusy) {
                var fields = Map.<String, ConfigValue>of("load_1m", ConfigValue.of(load));
                out.event(new Observation("load", "busy", fields));
            }
            wasBusy = busy;
            return busy ? "Busy" : "Not busy";
        }
    }
}
