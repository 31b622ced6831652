package daemoneye.app.sample;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Collectors whose agents and components say what nobody should: names of 10,000 characters, marks
/// that turn the direction, control characters, line breaks, and figures that are none. An id alone
/// cannot be so: the protocol refuses it.
public final class HostileFleet {
    /// Marks of direction, a bell, line breaks, a formula, markup, a pattern, and 10,000 letters.
    public static final String EVIL =
            "\u202E=1+cmd|' /C calc'!A0\u0007\r\n\t{0}<b>%s\u2066\u200B" + "W".repeat(10_000);

    /// As long as one may be.
    public static final String LONG_ID = "w".repeat(63);

    /// How many there are.
    public static final int COUNT = 4;

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private HostileFleet() {}

    public static FleetSnapshot snapshot() {
        var all = new ArrayList<CollectorView>();
        all.add(collector(LONG_ID, Double.NaN));
        all.add(collector("infinite", Double.POSITIVE_INFINITY));
        all.add(collector("negative", -5));
        all.add(collector("huge", 1e300));
        return SampleFleet.connected(true, all);
    }

    private static CollectorView collector(String id, double figure) {
        var usual =
                SampleFleet.collector(
                        id, ProcessState.RUNNING, Liveness.LIVE, HealthStatus.DEGRADED);
        return new CollectorView(
                info(id),
                usual.state(),
                usual.liveness(),
                usual.health(),
                Optional.of(EVIL),
                Map.of(
                        "cpu_usage_percent", figure,
                        "memory_usage_mb", figure,
                        "events_per_second", figure),
                Optional.of(Duration.ofDays(-3)),
                Optional.of(Duration.ofSeconds(Long.MAX_VALUE / 4)),
                Long.MAX_VALUE,
                usual.beats(),
                Optional.of(check(id, figure)),
                Optional.of(Duration.ofSeconds(-9)));
    }

    private static CollectorInfo info(String id) {
        return new CollectorInfo(
                new CollectorId(id),
                EVIL,
                EVIL,
                "agent-web",
                ProcessState.RUNNING,
                Optional.of(EVIL),
                OptionalLong.of(Long.MAX_VALUE),
                Optional.empty(),
                OptionalLong.of(Long.MAX_VALUE),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Optional.of(
                        new LastExit(
                                OptionalInt.of(Integer.MIN_VALUE),
                                Optional.of(EVIL),
                                NOON,
                                List.of(EVIL, EVIL, "\u001B[31mred"))),
                List.of(EVIL));
    }

    private static HealthCheckData check(String id, double figure) {
        return new HealthCheckData(
                new CollectorId(id),
                HealthStatus.DEGRADED,
                Map.of(
                        EVIL,
                        new ComponentHealth(
                                EVIL, HealthStatus.DEGRADED, Optional.of(EVIL), NOON, 30)),
                Map.of(EVIL, figure),
                NOON,
                22_320,
                0);
    }
}
