package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.bench.load.ClosedLoop;
import daemoneye.rpc.cli.bench.load.Load;
import daemoneye.rpc.cli.bench.load.OpenLoop;
import daemoneye.rpc.cli.bench.load.Shots;
import daemoneye.rpc.cli.bench.load.Tally;
import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Progress;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.transport.wire.Address;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures every number of the design's section *Performance Characteristics*, one after another.
final class DesignFigures {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double HEALTH_RATE = 100;
    private static final double CONFIG_RATE = 10;
    private static final double LIFECYCLE_RATE = 5;
    private static final int PAIRS = 200;
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final PrivateFleet fleet;
    private final DesignLoads loads;
    private final Surroundings surroundings;
    private final Duration time;
    private final long collectorPid;

    /// @param time how long each rate is held
    DesignFigures(
            PrivateFleet fleet,
            Conversation talk,
            long collectorPid,
            Surroundings surroundings,
            Duration time) {
        this.fleet = fleet;
        this.collectorPid = collectorPid;
        this.surroundings = surroundings;
        this.time = time;
        this.loads = new DesignLoads(talk, PrivateFleet.COLLECTOR, surroundings.ticker());
    }

    /// All of them. Restarts come last: they give the collector another process.
    List<Finding> all(Progress progress) throws IOException, Links.NotReachable {
        var findings = new ArrayList<Finding>();
        progress.show("health checks ...");
        findings.add(throughput("health checks", 100, new ClosedLoopOf(8), loads.healthChecks()));
        findings.add(latency("health checks", 50, HEALTH_RATE, loads.healthChecks()));
        progress.show("configuration updates ...");
        findings.add(
                throughput(
                        "configuration updates", 10, new ClosedLoopOf(1), loads.configUpdates()));
        findings.add(latency("configuration updates", 200, CONFIG_RATE, loads.configUpdates()));
        progress.show("processor time ...");
        findings.add(processorTime());
        progress.show("bytes of a pair ...");
        findings.add(bytesOfAPair());
        progress.show("heap of a service ...");
        findings.add(heap());
        progress.show("lifecycle operations ...");
        findings.add(
                throughput("pauses and resumes", 5, new ClosedLoopOf(1), loads.pausesAndResumes()));
        findings.add(
                latency("pauses and resumes", 5_000, LIFECYCLE_RATE, loads.pausesAndResumes()));
        findings.add(restarts());
        progress.show("");
        return findings;
    }

    private Finding throughput(String what, double least, ClosedLoopOf loop, Shots shots) {
        var tally = new Tally();
        var counted = loads.run(loop.load(shots, tally), tally, time);
        double rate = tally.latencies().getTotalCount() / (counted.toNanos() / 1e9);
        return new Finding(
                Target.atLeast("Throughput Targets", what + " of one collector", least, "calls/s"),
                rate,
                "%d outstanding%s".formatted(loop.outstanding(), errors(tally)));
    }

    private Finding latency(String what, double limitMs, double rate, Shots shots) {
        var tally = new Tally();
        loads.run(new OpenLoop(rate, shots, tally, surroundings.ticker()), tally, time);
        return new Finding(
                Target.below("Latency Targets", what + ", p95", limitMs, "ms"),
                p95(tally),
                "%s calls/s for %s, p50 %s ms%s"
                        .formatted(
                                Units.plain(rate),
                                Units.duration(time),
                                Units.decimal(ms(tally, 50), 2),
                                errors(tally)));
    }

    private Finding restarts() {
        var tally = new Tally();
        var load = new ClosedLoop(1, loads.restarts(), tally, surroundings.ticker());
        loads.run(load, tally, Duration.ZERO, time);
        return new Finding(
                Target.below("Latency Targets", "restarts, p95", 5_000, "ms"),
                p95(tally),
                "%d restarts, one after another, each a new process; p50 %s ms%s"
                        .formatted(
                                tally.latencies().getTotalCount(),
                                Units.decimal(ms(tally, 50), 0),
                                errors(tally)));
    }

    /// What the collector uses at the design's rates, less what it uses when nobody asks.
    private Finding processorTime() {
        loads.sleep(QUIET);
        var idle = new CpuUse(collectorPid, surroundings.ticker());
        loads.sleep(time);
        double quiet = idle.percent();
        var tally = new Tally();
        var health = new OpenLoop(HEALTH_RATE, loads.healthChecks(), tally, surroundings.ticker());
        var config = new OpenLoop(CONFIG_RATE, loads.configUpdates(), tally, surroundings.ticker());
        health.start();
        config.start();
        loads.sleep(QUIET);
        var busy = new CpuUse(collectorPid, surroundings.ticker());
        var broker = new CpuUse(fleet.brokerPid(), surroundings.ticker());
        loads.sleep(time);
        double asked = busy.percent();
        double routed = broker.percent();
        health.stop();
        config.stop();
        return new Finding(
                Target.below("Resource Usage", "processor time of a service", 1, "% of one core"),
                Math.max(0, asked - quiet),
                "%s health checks and %s updates a second: collector %s %%, idle %s %%; broker %s %%"
                        .formatted(
                                Units.plain(HEALTH_RATE),
                                Units.plain(CONFIG_RATE),
                                Units.decimal(asked, 1),
                                Units.decimal(quiet, 1),
                                Units.decimal(routed, 1)));
    }

    /// Bytes on the wire of health checks, both ways, at the caller's socket.
    private Finding bytesOfAPair() throws IOException, Links.NotReachable {
        try (var relay = CountingRelay.before(fleet.tcpPort());
                var through =
                        Conversation.asOurselves(
                                new Address.Tcp("127.0.0.1", relay.port()), surroundings)) {
            var shots =
                    new DesignLoads(through, PrivateFleet.COLLECTOR, surroundings.ticker())
                            .healthChecks();
            var _ = shots.fire().join();
            long before = relay.bytes();
            IntStream.range(0, PAIRS).forEach(_ -> shots.fire().join());
            return new Finding(
                    Target.below("Resource Usage", "request and reply together", 1_024, "bytes"),
                    (relay.bytes() - before) / (double) PAIRS,
                    "mean of %d health checks, counted on TCP".formatted(PAIRS));
        }
    }

    private Finding heap() {
        try (var wire = surroundings.plumbing().wires().get()) {
            return new Finding(
                    Target.below("Resource Usage", "heap of a service", 10, "MiB"),
                    new ServiceHeap(wire, fleet.local()).measure(),
                    ServiceHeap.how());
        }
    }

    private static double p95(Tally tally) {
        return tally.latencies().getTotalCount() == 0 ? Double.NaN : ms(tally, 95);
    }

    private static double ms(Tally tally, double percentile) {
        return tally.latencies().getValueAtPercentile(percentile) / NANOS_A_MILLI;
    }

    private static String errors(Tally tally) {
        return tally.errors().isEmpty() ? "" : "; failed: " + tally.errors();
    }

    /// So many at a time.
    private final class ClosedLoopOf {
        private final int outstanding;

        ClosedLoopOf(int outstanding) {
            this.outstanding = outstanding;
        }

        int outstanding() {
            return outstanding;
        }

        Load load(Shots shots, Tally tally) {
            return new ClosedLoop(outstanding, shots, tally, surroundings.ticker());
        }
    }
}
