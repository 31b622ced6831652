package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.Samples;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ResourceRequirements;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class SteeringTest {
    private static final String LIFECYCLE = "control.collector.procmond";

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @ParameterizedTest
    @CsvSource({
        "start, Start, started, 30000",
        "stop, Stop, stopped, 30000",
        "restart, Restart, restarted, 60000",
        "pause, Pause, paused, 10000",
        "resume, Resume, resumed, 10000"
    })
    void eachWordSendsItsOperationToTheCollectorsTopic(
            String word, String operation, String doneWord, long timeout) {
        answered();

        assertThat(bed.run(word, "procmond")).isZero();
        var request = bed.link.caller.requests.getFirst();
        assertThat(request.operation()).isEqualTo(CollectorOperation.named(operation).get());
        assertThat(request.payload())
                .isEqualTo(CollectorLifecycleRequest.of(new CollectorId("procmond")));
        assertThat(request.timeoutMs()).isEqualTo(timeout);
        assertThat(bed.out().lines())
                .containsExactly("procmond: %s in 2 ms".formatted(doneWord), "  pid: 4711");
    }

    @Test
    void aScriptGetsTheAnswerWithItsPayload() {
        answered();
        bed.run("start", "procmond", "--json", "--timeout", "45s");

        assertThat(bed.document().entries().keySet())
                .containsExactly(
                        "collector_id",
                        "operation",
                        "status",
                        "request_id",
                        "service_id",
                        "took_ms",
                        "payload");
        assertThat(bed.field("took_ms")).isEqualTo(ConfigValue.of(2.5));
        assertThat(bed.field("payload", "pid")).isEqualTo(ConfigValue.of(4711));
        assertThat(bed.link.caller.requests.getFirst().timeoutMs()).isEqualTo(45_000);
    }

    @Test
    void aReasonAndTheLifeThatIsMeantAreSent() {
        answered();

        assertThat(bed.run("restart", "procmond", "--reason", "it leaks", "--incarnation", "7"))
                .isZero();
        var order = (CollectorLifecycleRequest) bed.link.caller.requests.getFirst().payload();
        assertThat(order.reason()).contains("it leaks");
        assertThat(order.onlyIncarnation()).contains(new Incarnation(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "1e3", "99999999999999999999"})
    void whatIsNoIncarnationIsNotSent(String text) {
        assertThat(bed.run("stop", "procmond", "--incarnation", text)).isEqualTo(2);
        assertThat(bed.err()).contains("is no incarnation");
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void anUnknownEndSaysHowToAskForIt() {
        bed.link.caller.failing(
                LIFECYCLE, RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "no answer in time"));

        assertThat(bed.run("restart", "procmond")).isEqualTo(4);
        var id = bed.link.caller.requests.getFirst().requestId();
        assertThat(bed.err()).contains("daemoneye outcome procmond " + id);

        assertThat(bed.run("restart", "procmond", "--json")).isEqualTo(4);
        assertThat(bed.field("error", "context", "collector_id"))
                .isEqualTo(ConfigValue.of("procmond"));
    }

    @Test
    void aPersonWhoWaitsSeesTheStepsAndAPipeDoesNot() {
        answered();
        bed.link.caller.step(new GenericPayload(Map.of("step", ConfigValue.of("spawned"))));
        bed.run("start", "procmond");
        assertThat(bed.err()).isEmpty();

        bed.on(new Terminal(true, true, false)).run("start", "procmond");
        assertThat(bed.err()).contains("Start procmond: spawned").endsWith("\r\u001b[K");
    }

    @Test
    void healthIsTheDesignsAnswerWithTheAgeOfTheLastBeat() {
        bed.link.caller.on(
                "control.health.heartbeat.procmond",
                "procmond",
                Samples.health("procmond", HealthStatus.DEGRADED));
        assertThat(bed.run("health", "procmond", "--json")).isZero();

        assertThat(bed.document().entries().keySet())
                .containsExactly(
                        "collector_id",
                        "status",
                        "components",
                        "metrics",
                        "last_heartbeat",
                        "uptime_seconds",
                        "error_count",
                        "health",
                        "last_heartbeat_age_ms",
                        "took_ms");
        assertThat(bed.field("last_heartbeat_age_ms")).isEqualTo(ConfigValue.of(400));
        assertThat(bed.field("health")).isEqualTo(ConfigValue.of("degraded"));
        assertThat(bed.field("components", "process_enumeration", "message"))
                .isEqualTo(ConfigValue.of("Enumerating 1,234 processes"));
        assertThat(bed.field("metrics", "cpu_usage_percent")).isEqualTo(ConfigValue.of(2.3));
    }

    @Test
    void healthForPeopleIsTwoAlignedTables() {
        bed.link.caller.on(
                "control.health.heartbeat.procmond",
                "procmond",
                Samples.health("procmond", HealthStatus.HEALTHY));
        bed.run("health", "procmond");

        assertThat(bed.out().lines())
                .containsExactly(
                        "procmond is healthy: up 1 h 0 min, 0 errors, last beat 400 ms ago,"
                                + " answered in 2.50 ms",
                        "",
                        "COMPONENT            HEALTH     CHECKED  MESSAGE",
                        "process_enumeration  healthy  2.0 s ago  Enumerating 1,234 processes",
                        "",
                        "METRIC             VALUE",
                        "cpu_usage_percent   2.30",
                        "memory_usage_mb    45.20");
    }

    @Test
    void coloursAreForTerminalsAndForThoseWhoWantThem() {
        bed.link.caller.on(
                "control.health.heartbeat.procmond",
                "procmond",
                Samples.health("procmond", HealthStatus.HEALTHY));
        bed.on(new Terminal(true, true, true)).run("health", "procmond");
        assertThat(bed.out()).contains("\u001b[32mhealthy\u001b[0m");

        bed.on(new Terminal(true, true, false)).run("health", "procmond");
        assertThat(bed.out()).doesNotContain("\u001b");
        bed.on(new Terminal(false, true, true)).run("health", "procmond");
        assertThat(bed.out()).doesNotContain("\u001b");
    }

    @Test
    void capabilitiesAreTheDesignsAnswer() {
        bed.link.caller.on(
                LIFECYCLE,
                "procmond",
                new CapabilitiesData(
                        new CollectorId("procmond"),
                        List.of("process"),
                        List.of(CollectorOperation.START, CollectorOperation.HEALTH_CHECK),
                        new ResourceRequirements(
                                50L << 20,
                                1.0,
                                List.of("process_enumeration"),
                                List.of("CAP_SYS_PTRACE")),
                        List.of("linux"),
                        Map.of("audit_logging", true)));
        bed.run("capabilities", "procmond", "--json");

        assertThat(bed.field("operations"))
                .isEqualTo(ConfigValue.texts(List.of("Start", "HealthCheck")));
        assertThat(bed.field("resource_requirements", "min_memory_bytes"))
                .isEqualTo(ConfigValue.of(52_428_800));
        assertThat(bed.field("features", "audit_logging")).isEqualTo(ConfigValue.of(true));

        bed.run("capabilities", "procmond");
        assertThat(bed.out()).contains("operations  Start, HealthCheck", "50 MiB at least");
    }

    @Test
    void anAnswerOfAnotherKindIsSaidToBeOne() {
        bed.link.caller.on(
                "control.health.heartbeat.procmond", "odd", new GenericPayload(Map.of()));

        assertThat(bed.run("health", "procmond")).isEqualTo(4);
        assertThat(bed.err()).contains("odd answered without HealthCheckData");
    }

    private void answered() {
        bed.link.caller.on(
                LIFECYCLE, "agent-desk", new GenericPayload(Map.of("pid", ConfigValue.of(4711))));
    }
}
