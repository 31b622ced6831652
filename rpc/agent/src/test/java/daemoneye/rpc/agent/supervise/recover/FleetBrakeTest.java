package daemoneye.rpc.agent.supervise.recover;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeProcess;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fleets in which much goes wrong at once.
class FleetBrakeTest {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Fleet fleet = new Fleet();
    private final List<SupervisedCollector> collectors = new ArrayList<>();
    private final List<FakeProcess> processes = new ArrayList<>();

    @Test
    void twoOfFourAreRecoveredAsUsual() {
        run(4);
        crash(0, 1);
        advance(1000);
        assertThat(fleet.launcher.count()).isEqualTo(6);
    }

    @Test
    void threeOfFourWithinTenSecondsAreLeftAloneAndThatIsSaid() {
        run(4);
        crash(0, 1, 2);
        advance(1000);
        assertThat(fleet.launcher.count()).isEqualTo(4);
        assertThat(reason(0))
                .isEqualTo(
                        "ended by SIGSEGV; nothing is done by itself for now: 3 of 4 collectors"
                                + " went bad within 10 s, which is probably this host or its"
                                + " agent; start or restart one to go on");
        assertThat(collectors.get(0).info().state()).isEqualTo(FAILED);
    }

    @Test
    void itGoesOnWhenTheRestIsWellAndNothingNewHappened() {
        run(4);
        crash(0, 1, 2);
        advance(9_900);
        assertThat(fleet.launcher.count()).isEqualTo(4);
        advance(1_200);
        assertThat(fleet.launcher.count()).isEqualTo(7);
        assertThat(fleet.brake.isOn()).isFalse();
        assertThat(fleet.ticker.waitingAlarms()).isEqualTo(3);
    }

    @Test
    void threeOfAFleetOfFifteenAreNoMoreThanAFifth() {
        run(15);
        crash(0, 1, 2);
        assertThat(fleet.brake.isOn()).isFalse();
        crash(3);
        assertThat(fleet.brake.isOn()).isTrue();
    }

    @Test
    void threeThatGoBadSlowlyAreRecoveredAsUsual() {
        run(4);
        crash(0);
        advance(5_000);
        crash(1);
        advance(5_001);
        crash(2);
        advance(1_000);
        assertThat(fleet.launcher.count()).isEqualTo(7);
    }

    @Test
    void silentOnesAreNotTouchedWhileNobodyIsWell() {
        run(4);
        collectors.forEach(each -> each.silent(SILENCE, INTERVAL));
        advance(600_000);
        assertThat(fleet.rescue.asked).isEmpty();
        assertThat(reason(3)).contains("nothing is done by itself for now: 3 of 4");
        collectors.forEach(each -> assertThat(each.info().state()).isEqualTo(RUNNING));
        collectors.getFirst().audible();
        advance(1_000);
        assertThat(fleet.brake.isOn()).isFalse();
        assertThat(fleet.rescue.asked).contains("probe");
    }

    @Test
    void somebodyWhoActsLetsItGo() {
        run(4);
        crash(0, 1, 2);
        advance(1_000);
        var _ = collectors.getFirst().start(StartOrder.plain(), step -> {});
        assertThat(fleet.launcher.count()).isEqualTo(7);
    }

    @Test
    void whenAllAreGoneOneIsTriedEachMinuteAndTheRestFollowsWhenItIsWell() {
        run(4);
        crash(0, 1, 2, 3);
        advance(59_000);
        assertThat(fleet.launcher.count()).isEqualTo(4);
        advance(2_000);
        assertThat(fleet.launcher.count()).isEqualTo(5);
        var tried = collectors.stream().filter(each -> each.info().state() == STARTING).toList();
        assertThat(tried).hasSize(1);
        ready(tried.getFirst());
        advance(10_000);
        assertThat(fleet.launcher.count()).isEqualTo(8);
    }

    private void run(int size) {
        for (int at = 0; at < size; at++) {
            var spec = new CollectorSpec(new CollectorId("c" + at), "process-monitor", true);
            var made = fleet.collector(spec, true);
            collectors.add(made);
            var _ = made.start(StartOrder.plain(), step -> {});
            ready(made);
            processes.add(fleet.launcher.last());
        }
    }

    private void ready(SupervisedCollector collector) {
        var life = collector.info().incarnation().orElseThrow();
        var _ = collector.register(Fleet.registration(life, 0, Optional.empty(), Fleet.HOST));
        collector.beat(Fleet.beat(life, 1, false));
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(life).isGreaterThan(new Incarnation(0));
    }

    private void crash(int... which) {
        for (int each : which) {
            processes.get(each).endsBy("SIGSEGV");
        }
    }

    private void advance(long millis) {
        fleet.ticker.advance(Duration.ofMillis(millis));
    }

    private String reason(int which) {
        return collectors.get(which).info().stateReason().orElseThrow();
    }
}
