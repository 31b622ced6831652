package daemoneye.rpc.agent.live;

import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The settings of a real process: changed while it runs, by a restart, and taken back when it does
/// not start with them. One process for all of it, so the order counts.
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveSettingsTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    private Desk desk;
    private Agent agent;

    @BeforeAll
    void oneCollectorRuns(@TempDir Path folder) throws Exception {
        desk = new Desk();
        agent = desk.agent(folder, List.of(new CollectorSpec(PROCMOND, "process-monitor", true)));
        desk.await(PROCMOND, info -> info.state() == RUNNING);
    }

    @AfterAll
    void end() {
        agent.close();
        desk.close();
    }

    @Test
    @Order(1)
    void theScanIntervalChangesInTheRunningProcess() throws Exception {
        var before = runs();
        var report = change(Map.of("scan_interval_ms", ConfigValue.of(2500)), false);
        assertThat(report).containsEntry("applied_changes", names("scan_interval_ms"));
        assertThat(ofProcess()).containsEntry("scan_interval_ms", ConfigValue.of(2500));
        assertThat(processVersion()).isEqualTo(ConfigValue.of(2));
        assertThat(runs().pid()).isEqualTo(before.pid());
    }

    @Test
    @Order(2)
    void whatNeedsARestartHoldsAfterIt() throws Exception {
        var before = runs();
        var report = change(Map.of("event_queue_capacity", ConfigValue.of(6000)), false);
        assertThat(report).containsEntry("restart_changes", names("event_queue_capacity"));
        assertThat(ofProcess()).containsEntry("event_queue_capacity", ConfigValue.of(5000));
        var restarted = change(Map.of("top_count", ConfigValue.of(7)), true);
        assertThat(restarted).containsEntry("restarted", ConfigValue.of(true));
        assertThat(runs().pid()).isNotEqualTo(before.pid());
        assertThat(ofProcess())
                .containsEntry("event_queue_capacity", ConfigValue.of(6000))
                .containsEntry("scan_interval_ms", ConfigValue.of(2500))
                .containsEntry("top_count", ConfigValue.of(7));
        assertThat(processVersion()).isEqualTo(ConfigValue.of(4));
    }

    @Test
    @Order(3)
    void aRestartThatCannotBecomeReadyGoesBackByItself() throws Exception {
        var report = change(Map.of("required_capabilities", names("CAP_NO_SUCH_THING")), true);
        assertThat(report)
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("restarted", ConfigValue.of(true))
                .containsEntry("version", ConfigValue.of(6));
        assertThat(report.get("rollback_reason").toString()).contains("CAP_NO_SUCH_THING");
        assertThat(runs().state()).isEqualTo(RUNNING);
        assertThat(processVersion()).isEqualTo(ConfigValue.of(6));
        assertThat(ofProcess())
                .containsEntry("required_capabilities", names())
                .containsEntry("event_queue_capacity", ConfigValue.of(6000));
    }

    private CollectorInfo runs() {
        return agent.collectors().getFirst();
    }

    private Map<String, ConfigValue> change(Map<String, ConfigValue> changes, boolean restart)
            throws Exception {
        var wish =
                new ConfigUpdateRequest(
                        PROCMOND,
                        changes,
                        false,
                        restart,
                        true,
                        OptionalLong.empty(),
                        Optional.empty());
        var request =
                desk.calls.request(
                        CollectorOperation.UPDATE_CONFIG, CollectorTopics.config(PROCMOND), wish);
        return values(Desk.done(desk.caller.call(request)));
    }

    // What the process itself says, past its agent.
    private Map<String, ConfigValue> ofProcess() throws Exception {
        return table(process());
    }

    private ConfigValue processVersion() throws Exception {
        return process().get("config_version");
    }

    private Map<String, ConfigValue> process() throws Exception {
        var request =
                desk.calls.request(
                        CollectorOperation.GET_CONFIG,
                        CollectorTopics.task(PROCMOND),
                        new EmptyPayload());
        return values(Desk.done(desk.caller.call(request)));
    }

    private static Map<String, ConfigValue> values(CallOutcome.Done done) {
        return ((GenericPayload) done.response().payload().orElseThrow()).values();
    }

    private static Map<String, ConfigValue> table(Map<String, ConfigValue> answer) {
        return ((ConfigValue.Table) answer.get("config")).entries();
    }

    private static ConfigValue names(String... names) {
        return ConfigValue.texts(List.of(names));
    }
}
