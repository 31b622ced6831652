package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One beat, sent by the collector itself to `control.health.heartbeat.{id}`.
///
/// @param timestamp by the collector's clock, for people; liveness is measured by the receiver
/// @param sequence from 1 per incarnation; a gap asks for a full status
/// @param intervalMs until the next beat, nominal (jittered by ±10 %), 100 ms to 60 s: receivers
///     count silence in intervals, so that none or an endless one would blind them
/// @param paused whether the collector gathers nothing at the moment
/// @param vitals a few figures that a fleet table shows, so that nobody polls for them:
///     `cpu_usage_percent` (of one core), `memory_usage_mb` (resident), `events_per_second`,
///     `uptime_seconds`
public record HeartbeatData(
        CollectorId collectorId,
        Instant timestamp,
        long sequence,
        HealthStatus status,
        Incarnation incarnation,
        long configVersion,
        int intervalMs,
        boolean paused,
        Map<String, Double> vitals)
        implements MessageBody {
    /// Beats come no closer together than this.
    public static final int LEAST_INTERVAL_MS = 100;

    /// Nor further apart than this.
    public static final int MOST_INTERVAL_MS = 60_000;

    /// @throws IllegalArgumentException if the interval is out of its bounds
    public HeartbeatData {
        if (intervalMs < LEAST_INTERVAL_MS || intervalMs > MOST_INTERVAL_MS) {
            throw new IllegalArgumentException(
                    "interval_ms is %d to %d, not %d"
                            .formatted(LEAST_INTERVAL_MS, MOST_INTERVAL_MS, intervalMs));
        }
        vitals = Collections.unmodifiableMap(new LinkedHashMap<>(vitals));
    }
}
