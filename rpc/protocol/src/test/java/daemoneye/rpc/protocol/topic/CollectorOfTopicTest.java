package daemoneye.rpc.protocol.topic;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.id.CollectorId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class CollectorOfTopicTest {
    @Test
    void everyTopicOfOneCollectorNamesIt() {
        var id = new CollectorId("procmond");
        var all =
                List.of(
                        CollectorTopics.lifecycle(id),
                        CollectorTopics.config(id),
                        CollectorTopics.task(id),
                        CollectorTopics.heartbeat(id),
                        CollectorTopics.shutdown(id));
        assertThat(all).allMatch(topic -> CollectorTopics.collectorOf(topic).equals(of(id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control.collector.lifecycle",
                "control.collector.config",
                "control.collector.task",
                "control.collector",
                "control.collector.config.a.b",
                "control.shutdown._a",
                "control.shutdown.registration",
                "events.process.new.procmond",
                "events.collector.state.procmond",
                "control"
            })
    void noOtherTopicNamesOne(String topic) {
        assertThat(CollectorTopics.collectorOf(new Topic(topic))).isEmpty();
    }

    private static Optional<CollectorId> of(CollectorId id) {
        return Optional.of(id);
    }
}
