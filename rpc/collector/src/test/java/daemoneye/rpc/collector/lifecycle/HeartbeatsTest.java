package daemoneye.rpc.collector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

class HeartbeatsTest {
    @TempDir private Path folder;

    @Test
    void theFirstBeatFollowsTheRegistrationAtOnce() {
        var stage = Stage.running(folder);

        assertThat(stage.connection.beats()).hasSize(1);
        var beat = stage.connection.beats().getFirst();
        assertThat(beat.sequence()).isEqualTo(1);
        assertThat(beat.incarnation()).isEqualTo(Stage.LIFE);
        assertThat(beat.configVersion()).isEqualTo(3);
        assertThat(beat.status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(beat.paused()).isFalse();
    }

    @Test
    void beatsGoToTheHeartbeatTopicAsHeartbeats() {
        var stage = Stage.running(folder);

        assertThat(stage.connection.published())
                .anyMatch(
                        each ->
                                each.body() instanceof HeartbeatData
                                        && each.type() == MessageType.HEARTBEAT
                                        && each.topic()
                                                .equals(CollectorTopics.heartbeat(Stage.ID)));
    }

    @Test
    void everyIntervalIsWithinATenthOfItsLengthAndNotAlwaysTheSame() {
        var stage = Stage.running(folder);
        stage.seconds(100);

        var beats = stage.connection.beats();
        var gaps =
                IntStream.range(1, beats.size())
                        .mapToObj(
                                at ->
                                        Duration.between(
                                                        beats.get(at - 1).timestamp(),
                                                        beats.get(at).timestamp())
                                                .toMillis())
                        .toList();
        assertThat(gaps).allMatch(gap -> gap >= 899 && gap <= 1_101);
        assertThat(gaps.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void sequencesHaveNoGapWhileTheLinkHolds() {
        var stage = Stage.running(folder);
        stage.seconds(10);

        var beats = stage.connection.beats();
        for (int at = 0; at < beats.size(); at++) {
            assertThat(beats.get(at).sequence()).isEqualTo(at + 1);
        }
    }

    @Test
    void beatsThatFoundNoLinkAreMissingInTheSequence() {
        var stage = Stage.running(folder);
        stage.connection.down("gone");
        stage.seconds(5);
        stage.connection.up();

        assertThat(stage.connection.beats().getLast().sequence()).isGreaterThan(4);
    }

    @Test
    void vitalsAreMeansOfTheLastFiveSeconds() {
        var stage = Stage.running(folder);
        stage.gatherer.eventsEach(2);
        for (int second = 0; second < 10; second++) {
            stage.work(Duration.ofMillis(30));
            stage.seconds(1);
        }

        var vitals = stage.connection.beats().getLast().vitals();
        assertThat(vitals.get("cpu_usage_percent")).isCloseTo(3.0, within(0.8));
        assertThat(vitals.get("events_per_second")).isCloseTo(2.0, within(0.8));
        assertThat(vitals).containsEntry("memory_usage_mb", 61.5);
        assertThat(vitals.get("uptime_seconds")).isBetween(9.0, 10.0);
    }
}
