package daemoneye.app.backend;

import static daemoneye.app.sample.SampleFleet.collector;
import static daemoneye.app.sample.SampleFleet.connected;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class CalmFleetTest {
    private static final CollectorView WELL =
            collector("procmond", ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
    private static final CollectorView ILL =
            collector("procmond", ProcessState.RUNNING, Liveness.LIVE, HealthStatus.DEGRADED);

    private final SampleFleet whole = new SampleFleet();
    private final List<FleetSnapshot> told = new ArrayList<>();

    CalmFleetTest() {
        whole.show(at(0, WELL));
        var _ = new CalmFleet(whole).watch(told::add);
    }

    @Test
    void beatsAndAgesAreToldOnceASecond() {
        for (int tenth = 1; tenth <= 40; tenth++) {
            whole.show(at(100L * tenth, SampleFleet.later(WELL, WELL.configVersion(), tenth)));
        }

        assertThat(told)
                .extracting(each -> Duration.ofNanos(each.takenNanos()).toMillis())
                .containsExactly(0L, 1000L, 2000L, 3000L, 4000L);
    }

    @Test
    void whatChangesHowSomebodyStandsIsToldAtOnce() {
        whole.show(at(100, ILL));
        whole.show(at(200, ILL));
        whole.show(at(300, WELL));
        whole.show(SampleFleet.cutOff(List.of(WELL)));

        assertThat(told).hasSize(4);
    }

    @Test
    void newcomersAndTheOnesThatGoAreToldAtOnce() {
        var other = collector("netmond", ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);

        whole.show(at(100, other, WELL));
        whole.show(at(200, other, WELL));
        whole.show(at(300, WELL));

        assertThat(told).hasSize(3);
    }

    private static FleetSnapshot at(long millis, CollectorView... views) {
        var any = connected(true, List.of(views));
        return new FleetSnapshot(
                any.number(),
                Duration.ofMillis(millis).toNanos(),
                any.takenAt(),
                any.link(),
                any.roundTrip(),
                any.lastKnownAt(),
                any.listed(),
                any.agents(),
                any.collectors());
    }
}
