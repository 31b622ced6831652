package daemoneye.rpc.protocol.topic;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.id.CollectorId;

import org.junit.jupiter.api.Test;

/// The design's section *Topic Hierarchy for RPC*.
class DesignTopicsTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    @Test
    void topicHierarchyForRpc() {
        assertThat(CollectorTopics.lifecycle(PROCMOND)).hasToString("control.collector.procmond");
        assertThat(CollectorTopics.config(PROCMOND))
                .hasToString("control.collector.config.procmond");
        assertThat(CollectorTopics.heartbeat(PROCMOND))
                .hasToString("control.health.heartbeat.procmond");
        assertThat(CollectorTopics.shutdown(PROCMOND)).hasToString("control.shutdown.procmond");
        assertThat(CollectorTopics.LIFECYCLE_BROADCAST).hasToString("control.collector.lifecycle");
        assertThat(CollectorTopics.CONFIG_BROADCAST).hasToString("control.collector.config");
    }
}
