package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Beats: every interval, give or take a tenth, so that a fleet that was started at once does not
/// beat at once. Sent from the collector's loop: a loop that hangs falls silent. A beat that finds
/// no link is numbered all the same, and so seen to be missing.
final class Heartbeats {
    private static final double JITTER = 0.1;

    private final CollectorSpec spec;
    private final Connection connection;
    private final Ticker ticker;
    private final Executor loop;
    private final RandomGenerator random;
    private final Supplier<Pulse> pulse;
    private Duration interval;
    private Ticker.Alarm next = () -> {};
    private boolean running;
    private long sequence;
    private volatile Instant lastSent;

    /// What a beat says beside its number.
    record Pulse(HealthStatus status, boolean paused, Map<String, Double> vitals) {}

    Heartbeats(
            CollectorSpec spec,
            Connection connection,
            Ticker ticker,
            Executor loop,
            RandomGenerator random,
            Supplier<Pulse> pulse) {
        this.spec = spec;
        this.connection = connection;
        this.ticker = ticker;
        this.loop = loop;
        this.random = random;
        this.pulse = pulse;
        this.interval = spec.heartbeat();
        this.lastSent = ticker.now();
    }

    /// When the last beat was sent, by the wall clock; from any thread.
    Instant lastSent() {
        return lastSent;
    }

    /// Beats now, and then at this pace. On the loop.
    void start(Duration pace) {
        interval = pace;
        running = true;
        beat();
    }

    /// Falls silent. On the loop.
    void stop() {
        running = false;
        next.cancel();
    }

    /// Beats at once, because something changed that others should see. On the loop.
    void beatNow() {
        if (running) {
            beat();
        }
    }

    private void beat() {
        next.cancel();
        if (!running) {
            return;
        }
        send();
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        var pause = Duration.ofNanos((long) (interval.toNanos() * factor));
        next = ticker.after(pause, () -> loop.execute(this::due));
    }

    private void due() {
        if (running) {
            beat();
        }
    }

    private void send() {
        var now = ticker.now();
        var said = pulse.get();
        var data =
                new HeartbeatData(
                        spec.id(),
                        now,
                        ++sequence,
                        said.status(),
                        spec.incarnation(),
                        spec.settings().now().version(),
                        Math.toIntExact(interval.toMillis()),
                        said.paused(),
                        said.vitals());
        boolean sent =
                connection.publish(
                        CollectorTopics.heartbeat(spec.id()),
                        MessageType.HEARTBEAT,
                        CorrelationMetadata.none(),
                        data);
        if (sent) {
            lastSent = now;
        }
    }
}
