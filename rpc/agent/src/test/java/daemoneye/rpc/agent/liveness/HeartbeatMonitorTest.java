package daemoneye.rpc.agent.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.state.HealthStatus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One collector that beats every second, and time moved by hand.
class HeartbeatMonitorTest {
    private final Fleet fleet = new Fleet();
    private final SupervisedCollector collector = fleet.procmond();
    private final List<String> told = new ArrayList<>();
    private CompletableFuture<Boolean> probeAnswer = CompletableFuture.completedFuture(false);
    private int probes;
    private long sequence;
    private final HeartbeatMonitor monitor =
            new HeartbeatMonitor(
                    fleet.ticker, fleet.loop, Duration.ofSeconds(1), this::probe, new Teller());

    private final class Teller implements LivenessListener {
        @Override
        public void unresponsive(CollectorId id, Duration silence, Duration interval) {
            told.add("silent " + silence.toMillis());
        }

        @Override
        public void back(CollectorId id) {
            told.add("back");
        }

        @Override
        public void unknown(CollectorId id) {
            told.add("unknown");
        }
    }

    @BeforeEach
    void aCollectorRuns() {
        monitor.linkIs(true);
        var _ = collector.start(StartOrder.plain(), step -> {});
        fleet.becomesReady(collector);
        monitor.changed(fleet.changes.getLast());
    }

    @Test
    void regularBeatsNeedNoProbe() {
        beatFor(100);
        assertThat(probes).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void jitterAndSingleLostBeatsNeedNoProbe() {
        for (int beat = 0; beat < 50; beat++) {
            advance(beat % 2 == 0 ? 1900 : 1100);
            beat();
        }
        assertThat(probes).isZero();
    }

    @Test
    void aHungCollectorIsToldAfterThreeIntervalsAndTwoProbes() {
        beat();
        advance(2000);
        assertThat(probes).isEqualTo(1);
        advance(500);
        assertThat(probes).isEqualTo(2);
        advance(499);
        assertThat(told).isEmpty();
        advance(1);
        assertThat(told).containsExactly("silent 3000");
        advance(60_000);
        assertThat(told).hasSize(1);
        assertThat(probes).isEqualTo(2);
    }

    @Test
    void aProbeThatIsAnsweredClearsIt() {
        beat();
        probeAnswer = CompletableFuture.completedFuture(true);
        advance(2000);
        assertThat(probes).isEqualTo(1);
        advance(1900);
        assertThat(probes).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aProbeThatIsNeverAnsweredIsWaitedForNoLongerThanItsTime() {
        beat();
        probeAnswer = new CompletableFuture<>();
        advance(3000);
        assertThat(told).containsExactly("silent 3000");
    }

    @Test
    void twoGoodBeatsBringItBack() {
        beat();
        advance(3000);
        beat();
        assertThat(told).containsExactly("silent 3000");
        advance(1000);
        beat();
        assertThat(told).containsExactly("silent 3000", "back");
        advance(3000);
        assertThat(told).containsExactly("silent 3000", "back", "silent 3000");
    }

    @Test
    void theShortestIntervalThatCanBeSaidDoesNotMakeItSpin() {
        monitor.beat(beatEvery(HeartbeatData.LEAST_INTERVAL_MS));
        long asked = fleet.ticker.waitingAlarms();
        advance(60_000);
        assertThat(probes).isEqualTo(2);
        assertThat(told).hasSize(1);
        assertThat(fleet.ticker.waitingAlarms()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 99, 60_001, Integer.MAX_VALUE})
    void anIntervalThatWouldBlindItCannotBeSaid(int millis) {
        assertThatThrownBy(() -> beatEvery(millis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval_ms is 100 to 60000");
    }

    private static HeartbeatData beatEvery(int millis) {
        return new HeartbeatData(
                Fleet.PROCMOND,
                Instant.EPOCH,
                2,
                HealthStatus.HEALTHY,
                new Incarnation(1),
                7,
                millis,
                false,
                Map.of());
    }

    @Test
    void beatsOfAnotherLifeDoNotCount() {
        beat();
        for (int second = 0; second < 3; second++) {
            advance(1000);
            monitor.beat(Fleet.beat(new Incarnation(77), second, false));
        }
        assertThat(told).containsExactly("silent 3000");
    }

    @Test
    void aGapInTheNumbersAsksForTheFullStatus() {
        beat();
        advance(1000);
        sequence += 2;
        beat();
        assertThat(probes).isEqualTo(1);
        advance(1000);
        beat();
        assertThat(probes).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatWeCouldNotHearIsNoGap() {
        beat();
        monitor.linkIs(false);
        sequence += 20;
        advance(20_000);
        monitor.linkIs(true);
        beat();
        assertThat(probes).isZero();
    }

    @Test
    void copiesAndLateBeatsProveNothing() {
        beat();
        for (int tenth = 0; tenth < 30; tenth++) {
            advance(100);
            monitor.beat(Fleet.beat(new Incarnation(1), sequence, false));
        }
        assertThat(told).containsExactly("silent 3000");
    }

    @Test
    void aLoopThatWasLateBlamesNobody() {
        beat();
        fleet.loop.hold();
        advance(10_000);
        fleet.loop.letGo();
        assertThat(told).isEmpty();
        assertThat(probes).isZero();
        advance(3000);
        assertThat(told).containsExactly("silent 3000");
    }

    @Test
    void nothingIsSaidWhileOurOwnLinkIsDown() {
        beat();
        monitor.linkIs(false);
        advance(600_000);
        assertThat(told).isEmpty();
        assertThat(probes).isZero();
        monitor.linkIs(true);
        advance(HeartbeatMonitor.TO_RECONNECT.toMillis() + 1999);
        assertThat(probes).isZero();
        advance(1001);
        assertThat(told).hasSize(1);
    }

    @Test
    void aSilenceIsNoNewsAnyMoreWhenOurOwnLinkGoesAndIsCountedAnewAfterwards() {
        beat();
        advance(3000);
        monitor.linkIs(false);
        assertThat(told).containsExactly("silent 3000", "unknown");
        monitor.linkIs(true);
        advance(HeartbeatMonitor.TO_RECONNECT.toMillis() + 3000);
        assertThat(told).containsExactly("silent 3000", "unknown", "silent 3000");
    }

    @Test
    void twoBeatsFarApartDoNotBringItBack() {
        beat();
        advance(3000);
        beat();
        advance(1600);
        beat();
        assertThat(told).containsExactly("silent 3000");
        advance(1000);
        beat();
        assertThat(told).containsExactly("silent 3000", "back");
    }

    @Test
    void aCollectorThatEndedIsNotMissed() {
        beat();
        fleet.launcher.last().ends(0);
        monitor.changed(fleet.changes.getLast());
        advance(60_000);
        assertThat(told).isEmpty();
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aClockSetByTenYearsMeansNothing() {
        for (int years : new int[] {10, -20}) {
            fleet.ticker.setWallClock(fleet.ticker.now().plus(Duration.ofDays(365L * years)));
            beat();
            advance(1999);
            assertThat(probes).isZero();
        }
        advance(1001);
        assertThat(told).containsExactly("silent 3000");
    }

    private void beatFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            beat();
            advance(1000);
        }
    }

    private void beat() {
        monitor.beat(Fleet.beat(new Incarnation(1), ++sequence, false));
    }

    private void advance(long millis) {
        fleet.ticker.advance(Duration.ofMillis(millis));
    }

    private CompletableFuture<Boolean> probe(CollectorId id) {
        probes++;
        return probeAnswer;
    }
}
