package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.Samples;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class CallCommandTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "HealthCheck, control.health.heartbeat.procmond",
        "healthcheck, control.health.heartbeat.procmond",
        "Start, control.collector.procmond",
        "GetCapabilities, control.collector.procmond",
        "GetConfig, control.collector.config.procmond",
        "UpdateConfig, control.collector.config.procmond",
        "ForceShutdown, control.shutdown.procmond",
        "ExecuteTask, control.collector.task.procmond"
    })
    void eachOperationGoesToItsTopic(String operation, String topic) {
        bed.link.caller.on(topic, "somebody", new EmptyPayload());
        var payload = operation.equals("ExecuteTask") ? "{\"task_type\":\"scan-now\"}" : "{}";

        assertThat(bed.run("call", operation, "procmond", "--payload", payload)).isZero();
        assertThat(bed.link.caller.requests.getFirst().target().text()).isEqualTo(topic);
    }

    @Test
    void aPayloadIsReadWithTheDesignsFieldNames() {
        var payload =
                sent(
                        "Start",
                        """
                        {"collector_type": "process-monitor", "startup_timeout_ms": 30000,
                         "config_overrides": {"scan_interval_ms": 25000, "names": ["a", null]},
                         "environment": {"LANG": "C"},
                         "resource_limits": {"max_memory_bytes": 1000000, "max_cpu_percent": 50},
                         "only_incarnation": 7}
                        """);

        assertThat(payload)
                .isEqualTo(
                        new CollectorLifecycleRequest(
                                PROCMOND,
                                "process-monitor",
                                Map.of(
                                        "scan_interval_ms",
                                        ConfigValue.of(25000),
                                        "names",
                                        new ConfigValue.Items(
                                                List.of(
                                                        ConfigValue.of("a"),
                                                        new ConfigValue.Nothing()))),
                                Map.of("LANG", "C"),
                                Optional.of(
                                        new ResourceLimits(
                                                OptionalLong.of(1_000_000),
                                                OptionalDouble.of(50),
                                                OptionalLong.empty())),
                                OptionalLong.of(30_000),
                                Optional.of(new Incarnation(7))));
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        assertThat(sent("Stop", "{}")).isEqualTo(CollectorLifecycleRequest.of(PROCMOND));
        assertThat(sent("GracefulShutdown", "{}"))
                .isEqualTo(
                        new ShutdownRequest(
                                PROCMOND,
                                ShutdownType.GRACEFUL,
                                60_000,
                                false,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(sent("ForceShutdown", "{\"reason\":\"stuck\"}"))
                .isEqualTo(
                        new ShutdownRequest(
                                PROCMOND,
                                ShutdownType.EMERGENCY,
                                0,
                                false,
                                Optional.of("stuck"),
                                Optional.empty()));
        assertThat(sent("UpdateConfig", "{\"config_changes\":{\"x\":1.5},\"validate_only\":true}"))
                .isEqualTo(
                        new ConfigUpdateRequest(
                                PROCMOND,
                                Map.of("x", ConfigValue.of(1.5)),
                                true,
                                false,
                                false,
                                OptionalLong.empty(),
                                Optional.empty()));
        assertThat(sent("ExecuteTask", "{\"task_type\":\"scan-now\"}"))
                .isEqualTo(new TaskRequest(PROCMOND, "scan-now", Map.of()));
    }

    @Test
    void thePayloadMayBeAboutAnotherCollectorThanTheTopic() {
        assertThat(sent("Stop", "{\"collector_id\":\"netmond\"}"))
                .isEqualTo(CollectorLifecycleRequest.of(new CollectorId("netmond")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Start | {\"colector_type\":\"x\"} | payload has no field \"colector_type\"",
                "Start | {\"colector_type\":\"x\"} | it knows collector_id, collector_type,",
                "Start | {\"startup_timeout_ms\":\"30\"} | startup_timeout_ms must be a whole",
                "Start | {\"startup_timeout_ms\":1.5} | startup_timeout_ms must be a whole number",
                "Start | {\"startup_timeout_ms\":99999999999999999999} | the number is too large",
                "Start | {\"environment\":{\"A\":1}} | payload.environment.A must be a text",
                "Start | {\"environment\":[]} | payload.environment must be an object",
                "Start | {\"resource_limits\":{\"mem\":1}} | payload.resource_limits has no field",
                "Start | {\"only_incarnation\":-1} | payload.only_incarnation must not be negative",
                "Start | {\"collector_id\":\"A B\"} | payload.collector_id: \"A B\" is not a",
                "HealthCheck | {\"x\":1} | payload has no field \"x\"; it knows no fields",
                "GracefulShutdown | {\"shutdown_type\":\"now\"} | one of graceful, immediate,",
                "UpdateConfig | {\"validate_only\":\"yes\"} | validate_only must be true or false",
                "ExecuteTask | {} | payload needs the field task_type",
                "Start | [] | the payload must be an object",
                "Start | {\"a\":1,} | line 1, column",
                "Start | {\"a\":1 | line 1, column",
                "Start | {} {} | something follows the value",
                "Start | {\"environment\":{\"A\":\"1\",\"A\":\"2\"}} | line 1, column",
                "Start | '' | there is nothing"
            })
    void aBadPayloadIsRefusedByNameAndNothingIsSent(
            String operation, String payload, String sentence) {
        assertThat(bed.run("call", operation, "procmond", "--payload", payload)).isEqualTo(2);
        assertThat(bed.err()).contains("--payload: ", sentence).doesNotContain("Exception");
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void anUnknownOperationIsAnsweredWithTheKnownOnes() {
        assertThat(bed.run("call", "Explode", "procmond")).isEqualTo(2);
        assertThat(bed.err())
                .contains("no operation \"Explode\"", "HealthCheck", "QueryAudit")
                .doesNotContain("Unknown,");
    }

    @Test
    void aPayloadMayComeFromAFileOrAPipe() throws Exception {
        var file = Files.writeString(folder.resolve("p.json"), "{\"reason\":\"file\"}");
        assertThat(sent("ForceShutdown", "@" + file)).hasToString(reason("file"));

        bed.piped("{\"reason\":\"pipe\"}");
        assertThat(sent("ForceShutdown", "-")).hasToString(reason("pipe"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var file = folder.resolve("none.json");

        assertThat(bed.run("call", "Start", "procmond", "--payload", "@" + file)).isEqualTo(2);
        assertThat(bed.err()).contains("there is no file " + file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderAndAFileThatIsTooLongAreNoPayload() throws Exception {
        assertThat(bed.run("call", "Start", "procmond", "--payload", "@" + folder)).isEqualTo(2);
        assertThat(bed.err()).contains("cannot be read");

        var file = Files.write(folder.resolve("long.json"), new byte[(1 << 20) + 1]);
        assertThat(bed.run("call", "Start", "procmond", "--payload", "@" + file)).isEqualTo(2);
        assertThat(bed.err()).contains("longer than 1 MiB");
    }

    @Test
    void anOperationThatNeedsAnIdSaysSo() {
        assertThat(bed.run("call", "HealthCheck")).isEqualTo(2);
        assertThat(bed.err()).contains("HealthCheck needs the id of a collector");
        assertThat(bed.run("call", "QueryOutcome", "procmond")).isEqualTo(2);
        assertThat(bed.err()).contains("QueryOutcome needs --target TOPIC");
    }

    @Test
    void aTargetOfOnesOwnIsUsed() {
        bed.link.caller.on("control.collector.lifecycle", "agent", new GenericPayload(Map.of()));

        assertThat(
                        bed.run(
                                "call",
                                "QueryOutcome",
                                "--target",
                                "control.collector.lifecycle",
                                "--payload",
                                "{\"request_id\":\"x\"}"))
                .isZero();
        assertThat(bed.link.caller.requests.getFirst().payload())
                .isEqualTo(new GenericPayload(Map.of("request_id", ConfigValue.of("x"))));
        assertThat(bed.run("call", "Start", "--target", "Not A Topic")).isEqualTo(2);
    }

    @Test
    void theAnswerIsOneDocument() {
        bed.link.caller.on(
                "control.collector.config.procmond",
                "procmond",
                new GenericPayload(Map.of("version", ConfigValue.of(3))));
        bed.run("call", "GetConfig", "procmond", "--json");

        assertThat(bed.document().entries().keySet())
                .containsExactly(
                        "request_id",
                        "operation",
                        "target",
                        "service_id",
                        "status",
                        "execution_time_ms",
                        "queue_time_ms",
                        "took_ms",
                        "payload");
        assertThat(bed.field("status")).isEqualTo(ConfigValue.of("success"));
        assertThat(bed.field("payload", "version")).isEqualTo(ConfigValue.of(3));
    }

    @Test
    void everyAgentIsAskedForItsCollectorsAndOneThatFailsHidesNoOther() {
        bed.link
                .caller
                .on(
                        "control.collector.lifecycle",
                        "agent-desk",
                        Samples.listing(Samples.failed("procmond")))
                .failing(
                        "control.collector.lifecycle",
                        RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "too late"));
        assertThat(bed.run("call", "ListCollectors", "--json")).isZero();

        assertThat(bed.field("answers", "0", "payload", "collectors", "0", "last_exit", "signal"))
                .isEqualTo(ConfigValue.of("SIGKILL"));
        assertThat(bed.field("answers", "1", "error", "code"))
                .isEqualTo(ConfigValue.of("DEADLINE_EXCEEDED"));
    }

    @Test
    void nobodyToAskIsNotReachable() {
        assertThat(bed.run("call", "ListCollectors")).isEqualTo(3);
    }

    private RpcPayload sent(String operation, String payload) {
        bed.link.caller.requests.clear();
        bed.run("call", operation, "procmond", "--payload", payload);
        assertThat(bed.link.caller.requests).as(bed.err()).isNotEmpty();
        return bed.link.caller.requests.getFirst().payload();
    }

    private static String reason(String text) {
        return new ShutdownRequest(
                        PROCMOND,
                        ShutdownType.EMERGENCY,
                        0,
                        false,
                        Optional.of(text),
                        Optional.empty())
                .toString();
    }
}
