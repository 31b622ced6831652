package daemoneye.rpc.client.fleet.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;

/// 2,000 collectors at one beat a second, the beats spread over the second.
class LargeFleetTest {
    private static final Logger LOG = LoggerFactory.getLogger(LargeFleetTest.class);
    private static final int COLLECTORS = 2000;
    private static final int PER_TICK = COLLECTORS / 10;

    /// Long enough for the code to be compiled; 330 fills every bar, for figures that are quoted.
    private static final int WARM_UP_SECONDS = Integer.getInteger("daemoneye.fleet.warm-up", 30);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CollectorId[] ids =
            IntStream.range(0, COLLECTORS)
                    .mapToObj(nth -> new CollectorId("collector-%04d".formatted(nth)))
                    .toArray(CollectorId[]::new);
    private final Topic[] topics =
            Arrays.stream(ids).map(CollectorTopics::heartbeat).toArray(Topic[]::new);
    private final FleetScene scene = FleetScene.running(ids);
    private Cost beats = new Cost(0, 0);
    private Cost ticks = new Cost(0, 0);

    private record Cost(long nanos, long bytes) {
        Cost plus(Cost other) {
            return new Cost(nanos + other.nanos, bytes + other.bytes);
        }
    }

    private Cost costOf(Runnable work) {
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return new Cost(
                threads.getCurrentThreadCpuTime() - cpu,
                threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    /// @return how many snapshots were taken meanwhile; they are too large to be kept
    private int spreadBeats(int seconds) {
        long before = scene.snapshot().number();
        for (int tick = 0; tick < seconds * 10; tick++) {
            ticks = ticks.plus(costOf(() -> scene.pass(100)));
            scene.snapshots.clear();
            int from = tick % 10 * PER_TICK;
            var due = new HeartbeatData[PER_TICK];
            Arrays.setAll(due, nth -> Fleets.beat(ids[from + nth], 1, scene.next(ids[from + nth])));
            beats = beats.plus(costOf(() -> deliver(from, due)));
        }
        return (int) (scene.snapshot().number() - before);
    }

    private void deliver(int from, HeartbeatData[] due) {
        for (int nth = 0; nth < due.length; nth++) {
            scene.connection.deliver(
                    CollectorTopics.ALL_HEARTBEATS, topics[from + nth], due[nth], "collector#1");
        }
    }

    @Test
    void aSnapshotCostsAFewMillisecondsAtMost() {
        spreadBeats(WARM_UP_SECONDS);
        beats = new Cost(0, 0);
        ticks = new Cost(0, 0);

        int count = spreadBeats(10);

        long tickMicros = ticks.nanos() / 1000 / count;
        LOG.info(
                "{} snapshots: {} µs of CPU and {} KiB each; a beat {} ns and {} bytes",
                count,
                tickMicros,
                ticks.bytes() / 1024 / count,
                beats.nanos() / (10 * COLLECTORS),
                beats.bytes() / (10 * COLLECTORS));
        assertThat(count).isBetween(99, 101);
        // Many times what was measured: a gross mistake fails this, a busy machine does not.
        assertThat(tickMicros).isLessThan(40_000);
        assertThat(scene.snapshot().collectors())
                .hasSize(COLLECTORS)
                .allMatch(view -> view.liveness() == Liveness.LIVE)
                .allMatch(view -> view.beats().size() >= WARM_UP_SECONDS);
    }

    @Test
    void aWholeFleetThatDiesIsJudgedWithinTwoMinutes() {
        Arrays.stream(ids).forEach(id -> scene.caller.fails(id, ErrorCode.DEADLINE_EXCEEDED));
        for (int second = 0; second < 120; second++) {
            scene.pass(1000);
            scene.snapshots.clear();
        }

        assertThat(scene.snapshot().collectors())
                .extracting(CollectorView::health)
                .containsOnly(HealthStatus.UNRESPONSIVE);
        assertThat(scene.caller.mostOutstanding())
                .isLessThanOrEqualTo(Probes.MAX_OUTSTANDING + HealthChecks.MAX_OUTSTANDING);
    }
}
