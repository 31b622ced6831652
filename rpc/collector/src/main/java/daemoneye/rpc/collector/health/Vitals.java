package daemoneye.rpc.collector.health;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// The few figures that every beat carries. Rates are means of the last seconds: systems count
/// processor time in steps of 10 ms, which is a whole per cent of one second.
public final class Vitals {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;

    private final OwnUse use;
    private final Ticker ticker;
    private final long beganNanos;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile Map<String, Double> latest = Map.of();

    private record Sample(long nanos, double cpuSeconds, long events) {}

    public Vitals(OwnUse use, Ticker ticker) {
        this.use = use;
        this.ticker = ticker;
        this.beganNanos = ticker.nanos();
    }

    /// Measures anew; on one thread only.
    ///
    /// @param eventsPublished since the process began
    public Map<String, Double> measure(long eventsPublished) {
        var now =
                new Sample(
                        ticker.nanos(),
                        use.cpuTime().toNanos() / NANOS_PER_SECOND,
                        eventsPublished);
        while (samples.size() > 1 && now.nanos() - samples.peekFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
        var then = samples.isEmpty() ? now : samples.peekFirst();
        samples.addLast(now);
        latest = figures(then, now);
        return latest;
    }

    private Map<String, Double> figures(Sample then, Sample now) {
        double seconds = (now.nanos() - then.nanos()) / NANOS_PER_SECOND;
        var figures = new LinkedHashMap<String, Double>();
        figures.put(
                "cpu_usage_percent",
                seconds > 0 ? PERCENT * (now.cpuSeconds() - then.cpuSeconds()) / seconds : 0);
        use.residentMb().ifPresent(mb -> figures.put("memory_usage_mb", mb));
        figures.put(
                "events_per_second", seconds > 0 ? (now.events() - then.events()) / seconds : 0);
        figures.put("uptime_seconds", (double) uptimeSeconds());
        return Collections.unmodifiableMap(figures);
    }

    /// What was measured last; empty before the first time. From any thread.
    public Map<String, Double> latest() {
        return latest;
    }

    public long uptimeSeconds() {
        return ticker.since(beganNanos).toSeconds();
    }
}
