package daemoneye.rpc.collector.health;

import daemoneye.rpc.collector.gather.GatherLoop;
import daemoneye.rpc.collector.gather.GatherState;
import daemoneye.rpc.collector.gather.Scan;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The components that the gathering reports, corrected by what a scan cannot say of itself: that
/// it hangs, that it is paused, or that there was none yet.
final class GatherHealth {
    /// A scan may take this many intervals, and never less than [#LEAST_PATIENCE].
    private static final int PATIENCE_INTERVALS = 5;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(10);

    private final GatherLoop gathering;
    private final Ticker ticker;

    GatherHealth(GatherLoop gathering, Ticker ticker) {
        this.gathering = gathering;
        this.ticker = ticker;
    }

    private long intervalSeconds() {
        return Math.max(1, gathering.pace().interval().plusMillis(999).toSeconds());
    }

    private Duration patience() {
        var several = gathering.pace().interval().multipliedBy(PATIENCE_INTERVALS);
        return several.compareTo(LEAST_PATIENCE) > 0 ? several : LEAST_PATIENCE;
    }

    List<ComponentHealth> components() {
        var state = gathering.state();
        var overdue = state.beganNanos().map(ticker::since).filter(this::isLong);
        if (overdue.isPresent()) {
            return all(HealthStatus.UNHEALTHY, hanging(overdue.get()), ticker.now());
        }
        if (state.paused()) {
            return all(HealthStatus.HEALTHY, "Paused, nothing is gathered", ticker.now());
        }
        return state.last().isPresent()
                ? reported(state.last().get(), state)
                : all(HealthStatus.UNKNOWN, "Not looked yet", ticker.now());
    }

    private boolean isLong(Duration took) {
        return took.compareTo(patience()) > 0;
    }

    private static String hanging(Duration since) {
        return "The scan that began %d s ago has not ended: the system or a disk hangs"
                .formatted(since.toSeconds());
    }

    private List<ComponentHealth> reported(Scan scan, GatherState state) {
        var reported = new ArrayList<ComponentHealth>(scan.components().size());
        for (var each : scan.components()) {
            reported.add(component(each.name(), each.status(), each.message(), state.lastAt()));
        }
        return reported;
    }

    private List<ComponentHealth> all(HealthStatus status, String message, Instant at) {
        return gathering.components().stream()
                .map(name -> component(name, status, message, at))
                .toList();
    }

    private ComponentHealth component(
            String name, HealthStatus status, String message, Instant at) {
        return new ComponentHealth(name, status, Optional.of(message), at, intervalSeconds());
    }
}
