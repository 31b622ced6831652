package daemoneye.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "RUNNING, LIVE, HEALTHY, HEALTHY",
        "RUNNING, LATE, HEALTHY, HEALTHY",
        "RUNNING, SUSPECT, HEALTHY, HEALTHY",
        "RUNNING, LIVE, DEGRADED, DEGRADED",
        "RUNNING, LIVE, UNHEALTHY, UNHEALTHY",
        "RUNNING, LIVE, UNKNOWN, UNKNOWN",
        "RUNNING, UNRESPONSIVE, HEALTHY, UNRESPONSIVE",
        "PAUSED, LIVE, HEALTHY, PAUSED",
        "PAUSED, UNRESPONSIVE, HEALTHY, UNRESPONSIVE",
        "STARTING, UNKNOWN, UNKNOWN, STARTING",
        "STOPPING, LIVE, HEALTHY, STOPPING",
        "STOPPED, DOWN, UNKNOWN, STOPPED",
        "UNREGISTERED, UNKNOWN, UNKNOWN, STOPPED",
        "FAILED, DOWN, UNKNOWN, FAILED",
        "QUARANTINED, DOWN, UNKNOWN, QUARANTINED",
        "UNKNOWN, UNKNOWN, HEALTHY, UNKNOWN"
    })
    void theMorePressingAxisSpeaksFirst(
            ProcessState state, Liveness liveness, HealthStatus health, Standing expected) {
        assertThat(Standing.of(SampleFleet.collector("procmond", state, liveness, health)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void eachHasAWordOfItsOwn(Standing standing) {
        assertThat(standing.label()).isNotBlank();
    }
}
