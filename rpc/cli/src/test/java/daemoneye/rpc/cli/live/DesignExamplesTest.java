package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Every example of the design's sections *RPC Operation Types* and *Error Handling Patterns*, one
/// test each and named after its heading, between separate processes: the fields that the design
/// shows are sent, and the fields that it shows come back.
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class DesignExamplesTest {
    private static final String CLIENT = "design-examples";
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path home;
    private static DesignScene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new DesignScene(home, CLIENT);
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    @Test
    void startCollector() {
        scene.stopped();

        var response =
                DesignScene.done(
                        scene.lifecycle(
                                CollectorOperation.START,
                                new CollectorLifecycleRequest(
                                        PROCMOND,
                                        "process-monitor",
                                        Map.of("scan_interval_ms", ConfigValue.of(1_500)),
                                        Map.of("DAEMONEYE_LOG", "warn"),
                                        Optional.of(
                                                new ResourceLimits(
                                                        OptionalLong.of(256L << 20),
                                                        OptionalDouble.empty(),
                                                        OptionalLong.of(1_024))),
                                        OptionalLong.of(30_000),
                                        Optional.empty())));

        assertThat(response.status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(response.executionTimeMs()).isBetween(50L, 30_000L);
        assertThat(DesignScene.done(scene.calls().getConfig(PROCMOND)).payload())
                .hasValueSatisfying(
                        config ->
                                assertThat(DesignScene.text(config))
                                        .contains("scan_interval_ms")
                                        .contains("1500"));
    }

    @Test
    void stopCollector() {
        scene.running();

        var response =
                DesignScene.done(
                        scene.lifecycle(
                                CollectorOperation.STOP, CollectorLifecycleRequest.of(PROCMOND)));

        assertThat(response.status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(DesignScene.failed(scene.calls().healthCheck(PROCMOND)).code())
                .isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
        scene.running();
    }

    @Test
    void restartCollector() {
        scene.running();
        var before = scene.health();

        var response =
                DesignScene.done(
                        scene.lifecycle(
                                CollectorOperation.RESTART,
                                new CollectorLifecycleRequest(
                                        PROCMOND,
                                        "process-monitor",
                                        Map.of("event_queue_capacity", ConfigValue.of(4_000)),
                                        Map.of(),
                                        Optional.empty(),
                                        OptionalLong.of(30_000),
                                        Optional.empty())));

        assertThat(response.status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(scene.health().uptimeSeconds()).isLessThanOrEqualTo(before.uptimeSeconds() + 2);
        assertThat(
                        DesignScene.text(
                                DesignScene.done(scene.calls().getConfig(PROCMOND))
                                        .payload()
                                        .orElseThrow()))
                .contains("event_queue_capacity")
                .contains("4000");
    }

    @Test
    void healthCheckRequest() throws InterruptedException {
        scene.running();

        var health = scene.healthWith("processes_per_second");

        assertThat(health.collectorId()).isEqualTo(PROCMOND);
        assertThat(health.status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(health.components()).containsKey("process_enumeration");
        ComponentHealth component = health.components().get("process_enumeration");
        assertThat(component.name()).isEqualTo("process_enumeration");
        assertThat(component.status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(component.message())
                .hasValueSatisfying(
                        said -> assertThat(said).matches("Enumerating [\\d,]+ process.*"));
        assertThat(component.lastCheck()).isBefore(scene.now().plusSeconds(60));
        assertThat(component.checkIntervalSeconds()).isPositive();
        assertThat(health.metrics())
                .containsKeys(
                        "cpu_usage_percent",
                        "memory_usage_mb",
                        "processes_per_second",
                        "events_published");
        assertThat(health.uptimeSeconds()).isNotNegative();
        assertThat(health.errorCount()).isNotNegative();
    }

    @Test
    void heartbeatPattern() throws InterruptedException {
        scene.running();
        var beats = new LinkedBlockingQueue<HeartbeatData>();
        var types = new LinkedBlockingQueue<MessageType>();
        var topic = CollectorTopics.heartbeat(PROCMOND);
        assertThat(topic).hasToString("control.health.heartbeat.procmond");

        var end =
                scene.connection()
                        .subscribe(
                                TopicPattern.exactly(topic),
                                SubscriptionKind.LISTEN,
                                received -> {
                                    if (received.body() instanceof HeartbeatData beat) {
                                        beats.add(beat);
                                        types.add(received.envelope().type());
                                    }
                                });
        var first = beats.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var second = beats.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        end.run();

        assertThat(first).isNotNull();
        assertThat(second).isNotNull();
        assertThat(types).containsOnly(MessageType.HEARTBEAT);
        assertThat(first.collectorId()).isEqualTo(PROCMOND);
        assertThat(first.status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(second.timestamp()).isAfterOrEqualTo(first.timestamp());
    }

    @Test
    void configurationUpdateRequest() {
        scene.running();
        DesignScene.done(
                scene.update(Map.of("enable_hash_verification", ConfigValue.of(true)), false));

        var result =
                DesignScene.values(
                        DesignScene.done(
                                scene.update(
                                        Map.of(
                                                "scan_interval_ms", ConfigValue.of(25_000),
                                                "batch_size", ConfigValue.of(500),
                                                "enable_hash_verification", ConfigValue.of(true)),
                                        false)));

        assertThat(DesignScene.texts(result, "applied_changes"))
                .containsExactlyInAnyOrder("scan_interval_ms", "batch_size");
        assertThat(DesignScene.texts(result, "skipped_changes"))
                .containsExactly("enable_hash_verification");
        assertThat(result)
                .containsEntry("restart_required", ConfigValue.of(false))
                .containsEntry("rollback_available", ConfigValue.of(true));
        DesignScene.done(scene.update(Map.of("scan_interval_ms", ConfigValue.of(1_000)), false));
    }

    @Test
    void configurationValidation() {
        scene.running();
        var before = DesignScene.values(DesignScene.done(scene.calls().getConfig(PROCMOND)));

        var result =
                DesignScene.values(
                        DesignScene.done(
                                scene.update(Map.of("batch_size", ConfigValue.of(77)), true)));

        assertThat(DesignScene.text(new GenericPayload(result))).contains("batch_size");
        assertThat(DesignScene.values(DesignScene.done(scene.calls().getConfig(PROCMOND))))
                .isEqualTo(before);
        var refused =
                DesignScene.failed(scene.update(Map.of("batch_size", ConfigValue.of(-1)), true));
        assertThat(refused.category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(refused.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(refused.message()).contains("batch_size");
    }

    @Test
    void gracefulShutdownRequest() {
        scene.running();

        var result =
                DesignScene.values(
                        DesignScene.done(
                                scene.shutdown(
                                        CollectorOperation.GRACEFUL_SHUTDOWN,
                                        new ShutdownRequest(
                                                PROCMOND,
                                                ShutdownType.GRACEFUL,
                                                60_000,
                                                true,
                                                Optional.of("System maintenance"),
                                                Optional.empty()))));

        assertThat(result).containsEntry("shutdown_initiated", ConfigValue.of(true));
        assertThat(DesignScene.texts(result, "cleanup_tasks"))
                .contains("flush_audit_log", "close_ipc_connections", "save_state");
        assertThat(result.get("estimated_shutdown_time_ms"))
                .isInstanceOfSatisfying(
                        ConfigValue.Whole.class,
                        estimate -> assertThat(estimate.value()).isBetween(0L, 60_000L));
        scene.running();
    }

    @Test
    void forceShutdownRequest() {
        scene.running();

        var response =
                DesignScene.done(
                        scene.shutdown(
                                CollectorOperation.FORCE_SHUTDOWN,
                                new ShutdownRequest(
                                        PROCMOND,
                                        ShutdownType.EMERGENCY,
                                        0,
                                        false,
                                        Optional.of("Emergency shutdown"),
                                        Optional.empty())));

        assertThat(response.status()).isEqualTo(RpcStatus.SUCCESS);
        scene.running();
    }

    @Test
    void getCapabilitiesRequest() {
        scene.running();

        var response = DesignScene.done(scene.calls().capabilities(PROCMOND));

        assertThat(response.payload())
                .hasValueSatisfying(
                        payload ->
                                assertThat(payload)
                                        .isInstanceOfSatisfying(
                                                CapabilitiesData.class,
                                                DesignExamplesTest::asTheDesignShows));
    }

    private static void asTheDesignShows(CapabilitiesData can) {
        assertThat(can.collectorId()).isEqualTo(PROCMOND);
        assertThat(can.eventTypes()).containsExactly("process");
        assertThat(can.operations())
                .contains(
                        CollectorOperation.START,
                        CollectorOperation.STOP,
                        CollectorOperation.RESTART,
                        CollectorOperation.HEALTH_CHECK,
                        CollectorOperation.UPDATE_CONFIG,
                        CollectorOperation.GRACEFUL_SHUTDOWN,
                        CollectorOperation.PAUSE,
                        CollectorOperation.RESUME);
        assertThat(can.resourceRequirements().minMemoryBytes()).isPositive();
        assertThat(can.resourceRequirements().minCpuPercent()).isPositive();
        assertThat(can.resourceRequirements().requiredPrivileges()).contains("process_enumeration");
        assertThat(can.resourceRequirements().requiredCapabilities()).contains("CAP_SYS_PTRACE");
        assertThat(can.platformSupport()).contains("linux", "macos", "windows");
        assertThat(can.features())
                .containsEntry("hash_verification", true)
                .containsEntry("audit_logging", true)
                .containsEntry("real_time_monitoring", false)
                .containsKey("privilege_dropping");
    }

    @Test
    void errorResponseStructure() {
        scene.stopped();

        var error =
                DesignScene.failed(
                        scene.lifecycle(
                                CollectorOperation.START,
                                new CollectorLifecycleRequest(
                                        PROCMOND,
                                        "process-monitor",
                                        Map.of(
                                                "required_capabilities",
                                                ConfigValue.texts(List.of("CAP_NO_SUCH_THING"))),
                                        Map.of(),
                                        Optional.empty(),
                                        OptionalLong.of(30_000),
                                        Optional.empty())));

        assertThat(error.code()).isEqualTo("COLLECTOR_START_FAILED");
        assertThat(error.category()).isEqualTo(ErrorCategory.PERMISSION);
        assertThat(error.message()).contains("privileges");
        assertThat(error.context())
                .containsEntry("collector_id", ConfigValue.of("procmond"))
                .containsEntry(
                        "required_privileges", ConfigValue.texts(List.of("CAP_NO_SUCH_THING")))
                .containsKey("current_privileges");
        scene.running();
    }

    @Test
    void operationTimeouts() {
        assertBounds(CollectorOperation.START, 30, 60);
        assertBounds(CollectorOperation.STOP, 30, 60);
        assertBounds(CollectorOperation.RESTART, 30, 60);
        assertThat(CollectorOperation.HEALTH_CHECK.timeout().standard()).hasSeconds(5);
        assertThat(CollectorOperation.HEALTH_CHECK.timeout().most()).hasSeconds(10);
        assertBounds(CollectorOperation.UPDATE_CONFIG, 10, 30);
        assertBounds(CollectorOperation.GRACEFUL_SHUTDOWN, 60, 300);
        assertThat(CollectorOperation.FORCE_SHUTDOWN.timeout().standard()).hasSeconds(5);
        scene.running();
        var request =
                RpcRequest.lifecycle(
                        CLIENT,
                        CollectorOperation.PAUSE,
                        CollectorLifecycleRequest.of(PROCMOND),
                        Duration.ofSeconds(301),
                        scene.now());
        assertThat(DesignScene.failed(scene.send(request)).code())
                .isEqualTo(ErrorCode.INVALID_TIMEOUT.name());
    }

    private static void assertBounds(CollectorOperation operation, int least, int most) {
        assertThat(operation.timeout().least()).as("%s", operation).hasSeconds(least);
        assertThat(operation.timeout().most()).as("%s", operation).hasSeconds(most);
    }
}
