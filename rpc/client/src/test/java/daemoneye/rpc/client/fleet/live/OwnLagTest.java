package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/// When our own loop stands still, the collectors are not to blame.
class OwnLagTest {
    private final FakeTicker ticker = new FakeTicker();
    private final FakeConnection connection = new FakeConnection(ticker);
    private final FakeCaller caller = new FakeCaller(ticker);
    private final StallingExecutor executor = new StallingExecutor();
    private final List<FleetSnapshot> seen = new ArrayList<>();
    private long sequence;

    /// Runs things at once, or not at all for a while.
    private static final class StallingExecutor implements Executor {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean stalled;

        @Override
        public void execute(Runnable task) {
            if (stalled) {
                waiting.add(task);
            } else {
                task.run();
            }
        }

        void stall() {
            stalled = true;
        }

        void goOn() {
            stalled = false;
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    OwnLagTest() {
        caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        var model = LiveFleetModel.start(connection, caller, ticker, executor);
        var _ = model.watch(seen::add);
        connection.connect();
        beatFor(3);
    }

    private void beatFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            ticker.advance(Duration.ofSeconds(1));
            beat();
        }
    }

    private void beat() {
        connection.deliver(
                CollectorTopics.ALL_HEARTBEATS,
                CollectorTopics.heartbeat(PROCMOND),
                Fleets.beat(PROCMOND, 1, ++sequence),
                "procmond#1");
    }

    private List<Liveness> livenessSince(int snapshot) {
        return seen.subList(snapshot, seen.size()).stream()
                .map(each -> each.collectors().getFirst().liveness())
                .toList();
    }

    private List<BeatKind> bar() {
        return seen.getLast().collectors().getFirst().beats().stream()
                .map(beat -> beat.kind())
                .toList();
    }

    @Test
    void afterAStallNobodyIsLateOrWorse() {
        int before = seen.size();
        executor.stall();
        ticker.advance(Duration.ofSeconds(8));
        executor.goOn();
        ticker.advance(Duration.ofMillis(500));
        beatFor(3);

        assertThat(livenessSince(before)).containsOnly(Liveness.UNKNOWN, Liveness.LIVE);
        assertThat(livenessSince(before)).endsWith(Liveness.LIVE);
    }

    @Test
    void whatWasDueDuringAStallIsOurOutage() {
        executor.stall();
        ticker.advance(Duration.ofSeconds(4));
        executor.goOn();
        ticker.advance(Duration.ofMillis(100));

        assertThat(bar()).startsWith(BeatKind.GOOD, BeatKind.GOOD, BeatKind.GOOD);
        assertThat(bar().subList(3, bar().size())).hasSize(4).containsOnly(BeatKind.OUR_OUTAGE);
    }

    @Test
    void beatsThatArrivedWhileOnlyTheLoopStoodStillAreInTime() {
        int before = seen.size();
        executor.stall();
        beatFor(8);
        executor.goOn();
        ticker.advance(Duration.ofMillis(100));
        beatFor(2);
        ticker.advance(Duration.ofMillis(100));

        assertThat(bar()).hasSize(13).containsOnly(BeatKind.GOOD);
        assertThat(livenessSince(before)).doesNotContain(Liveness.LATE, Liveness.SUSPECT);
    }

    @Test
    void aLagOfLessThanAnIntervalExcusesNobody() {
        ticker.advance(Duration.ofMillis(900));
        executor.stall();
        ticker.advance(Duration.ofMillis(900));
        executor.goOn();
        ticker.advance(Duration.ofMillis(300));

        assertThat(seen.getLast().collectors().getFirst().liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void beatsBeyondTheBoundAreDroppedAndNobodyIsBlamed() {
        int before = seen.size();
        executor.stall();
        for (int nth = 0; nth < FleetLoop.MAX_WAITING + 100; nth++) {
            beat();
        }
        executor.goOn();
        ticker.advance(Duration.ofMillis(500));
        beatFor(2);
        ticker.advance(Duration.ofMillis(100));

        assertThat(bar()).doesNotContain(BeatKind.LOST, BeatKind.SEQUENCE_GAP);
        assertThat(livenessSince(before)).containsOnly(Liveness.UNKNOWN, Liveness.LIVE);
    }
}
