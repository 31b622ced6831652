package daemoneye.rpc.client.live;

import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.live.LiveFleetModel;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The picture of the fleet over real messages, calls, clocks and threads.
@Timeout(60)
class FleetAgainstABrokerTest {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final AtomicLong sequence = new AtomicLong();

    @TempDir Path directory;

    @Test
    void aCollectorIsSeenLivingAndDyingAndOurOwnOutageIsToldApart() throws Exception {
        try (var broker = new LiveBroker(WireKind.UNIX_SOCKET, directory)) {
            var agent = broker.client("agent-1");
            answerListings(agent);
            var collector = broker.client("procmond");
            answerHealthChecks(collector);
            beat(broker, collector);
            collector.awaitInPlace();
            agent.awaitInPlace();
            var console = broker.client("console");
            try (var fleet =
                    LiveFleetModel.start(console.connection, console.caller, broker.ticker)) {
                await(fleet, one(each -> each.liveness() == Liveness.LIVE));
                await(fleet, one(each -> each.health() == HealthStatus.HEALTHY));
                await(fleet, one(each -> each.lastCheck().isPresent()));
                await(fleet, seen -> seen.agents().equals(List.of("agent-1")));
                await(fleet, seen -> seen.roundTrip().isPresent());

                broker.kill();
                await(fleet, one(each -> each.liveness() == Liveness.UNKNOWN));
                assertThat(fleet.snapshot().lastKnownAt()).isPresent();

                broker.startAgain();
                await(fleet, one(each -> each.liveness() == Liveness.LIVE));
                assertThat(fleet.snapshot().lastKnownAt()).isEmpty();

                agent.awaitConnected();
                tellOfDeath(broker, agent);
                await(fleet, one(each -> each.liveness() == Liveness.DOWN));
                assertThat(view(fleet.snapshot()).orElseThrow().healthReason())
                        .contains("ended by SIGKILL");
            }
        }
    }

    private static Optional<CollectorView> view(FleetSnapshot snapshot) {
        return snapshot.collectors().stream().findFirst();
    }

    private static Predicate<FleetSnapshot> one(Predicate<CollectorView> wanted) {
        return snapshot -> view(snapshot).filter(wanted).isPresent();
    }

    private static void await(LiveFleetModel fleet, Predicate<FleetSnapshot> wanted)
            throws Exception {
        var seen = new CompletableFuture<FleetSnapshot>();
        var unwatch =
                fleet.watch(
                        snapshot -> {
                            if (wanted.test(snapshot)) {
                                seen.complete(snapshot);
                            }
                        });
        seen.get(20, TimeUnit.SECONDS);
        unwatch.run();
    }

    private static void answerListings(LiveBroker.Client agent) {
        var info = Fleets.info(PROCMOND, ProcessState.RUNNING, 1);
        agent.service.answer(
                TopicPattern.exactly(CollectorTopics.LIFECYCLE_BROADCAST),
                SubscriptionKind.ANSWER,
                call -> Answer.done(new CollectorListing("agent-1", "host-1", List.of(info))));
    }

    private static void answerHealthChecks(LiveBroker.Client collector) {
        collector.service.answer(
                TopicPattern.exactly(CollectorTopics.heartbeat(PROCMOND)),
                SubscriptionKind.ANSWER,
                call -> Answer.done(Fleets.healthy(PROCMOND)));
    }

    /// Until told to be dead, one beat per interval.
    private void beat(LiveBroker broker, LiveBroker.Client collector) {
        long next = sequence.incrementAndGet();
        if (next > 0) {
            collector.connection.publish(
                    CollectorTopics.heartbeat(PROCMOND),
                    MessageType.HEARTBEAT,
                    CorrelationMetadata.none(),
                    new HeartbeatData(
                            PROCMOND,
                            broker.ticker.now(),
                            next,
                            HealthStatus.HEALTHY,
                            new Incarnation(1),
                            1,
                            (int) INTERVAL.toMillis(),
                            false,
                            Map.of("cpu_usage_percent", 1.5)));
            var _ = broker.ticker.after(INTERVAL, () -> beat(broker, collector));
        }
    }

    private void tellOfDeath(LiveBroker broker, LiveBroker.Client agent) {
        sequence.set(Long.MIN_VALUE);
        var dead =
                Fleets.because(Fleets.info(PROCMOND, ProcessState.FAILED, 1), "ended by SIGKILL");
        assertThat(
                        agent.connection.publish(
                                CollectorTopics.stateChange(PROCMOND),
                                MessageType.CONTROL,
                                CorrelationMetadata.none(),
                                new StateChange(dead, ProcessState.RUNNING, broker.ticker.now())))
                .isTrue();
    }
}
