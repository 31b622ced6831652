package daemoneye.rpc.client.serve.check;

import static daemoneye.rpc.client.serve.check.Judged.assertRefused;
import static daemoneye.rpc.client.serve.check.Judged.fault;
import static daemoneye.rpc.client.serve.check.Judged.request;
import static daemoneye.rpc.client.serve.check.Judged.timed;
import static daemoneye.rpc.client.serve.check.SamplePayloads.changes;
import static daemoneye.rpc.client.serve.check.SamplePayloads.environment;
import static daemoneye.rpc.client.serve.check.SamplePayloads.generic;
import static daemoneye.rpc.client.serve.check.SamplePayloads.lifecycle;
import static daemoneye.rpc.client.serve.check.SamplePayloads.oneOfEach;
import static daemoneye.rpc.client.serve.check.SamplePayloads.registration;
import static daemoneye.rpc.client.serve.check.SamplePayloads.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class RequestChecksTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final CollectorId NETMOND = new CollectorId("netmond");
    private static final String LONG = "x".repeat(1001);

    @Test
    void everydayRequestsPass() {
        assertThat(fault(CollectorOperation.START, CollectorLifecycleRequest.of(PROCMOND)))
                .isEmpty();
        assertThat(fault(CollectorOperation.HEALTH_CHECK, new EmptyPayload())).isEmpty();
        assertThat(fault(CollectorOperation.GRACEFUL_SHUTDOWN, shutdown("System maintenance")))
                .isEmpty();
        assertThat(
                        fault(
                                CollectorOperation.UPDATE_CONFIG,
                                changes(Map.of("scan_interval_ms", ConfigValue.of(25_000)))))
                .isEmpty();
        assertThat(fault(CollectorOperation.START, environment("DAEMONEYE_LEVEL", "debug")))
                .isEmpty();
        assertThat(fault(CollectorOperation.GET_CONFIG, generic("version", ConfigValue.of(3))))
                .isEmpty();
        assertThat(
                        fault(
                                CollectorOperation.QUERY_AUDIT,
                                generic("failures_only", ConfigValue.of(true))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = CollectorOperation.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void aTimeoutJustOutsideTheBoundsIsRefusedWithThem(CollectorOperation operation) {
        var bounds = operation.timeout();
        for (var wrong : List.of(bounds.least().minusMillis(1), bounds.most().plusMillis(1))) {
            var error = timed(operation, wrong).orElseThrow();
            assertThat(error.known()).contains(ErrorCode.INVALID_TIMEOUT);
            assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
            assertThat(error.context())
                    .containsEntry("field", ConfigValue.of("timeout_ms"))
                    .containsEntry("timeout_ms", ConfigValue.of(wrong.toMillis()))
                    .containsEntry("least_timeout_ms", ConfigValue.of(bounds.least().toMillis()))
                    .containsEntry("most_timeout_ms", ConfigValue.of(bounds.most().toMillis()));
        }
        for (var right : List.of(bounds.least(), bounds.most())) {
            assertThat(timed(operation, right).flatMap(RpcError::known))
                    .isNotEqualTo(Optional.of(ErrorCode.INVALID_TIMEOUT));
        }
    }

    @ParameterizedTest
    @EnumSource(value = CollectorOperation.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void aPayloadOfAKindThatTheOperationDoesNotNeedIsRefused(CollectorOperation operation) {
        var needed = PayloadKinds.of(operation);
        for (var payload : oneOfEach()) {
            if (!needed.contains(payload.getClass())) {
                assertRefused(operation, payload, "payload");
            }
        }
        assertThat(needed).isNotEmpty();
    }

    @Test
    void whoIsMeantMustBeWhoIsAddressed() {
        for (var topic :
                List.of(
                        CollectorTopics.lifecycle(NETMOND),
                        CollectorTopics.task(NETMOND),
                        CollectorTopics.config(NETMOND),
                        CollectorTopics.shutdown(NETMOND))) {
            var request =
                    request(
                            CollectorOperation.PAUSE,
                            topic,
                            CollectorLifecycleRequest.of(PROCMOND));
            assertRefused(RequestChecks.fault(request, topic), "collector_id");
        }
    }

    @Test
    void whatCameOnAnotherTopicThanItSaysIsRefused() {
        var request =
                request(
                        CollectorOperation.HEALTH_CHECK,
                        CollectorTopics.heartbeat(PROCMOND),
                        new EmptyPayload());
        assertRefused(RequestChecks.fault(request, CollectorTopics.heartbeat(NETMOND)), "target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LD_PRELOAD",
                "LD_LIBRARY_PATH",
                "ld_preload",
                "DYLD_INSERT_LIBRARIES",
                "JAVA_TOOL_OPTIONS",
                "_JAVA_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "JAVA_HOME",
                "CLASSPATH",
                "PATH",
                "BASH_ENV",
                "ENV",
                "IFS",
                "PYTHONPATH",
                "PERL5OPT",
                "NODE_OPTIONS",
                "GCONV_PATH",
                "GLIBC_TUNABLES",
                "MALLOC_CONF",
                "DAEMONEYE_JAVA_OPTS",
                "DAEMONEYE_HOME",
                "BASH_FUNC_ls"
            })
    void variablesThatSteerLoadersAreRefusedByName(String name) {
        assertRefused(
                CollectorOperation.START, environment(name, "/tmp/evil"), "environment." + name);
        assertRefused(CollectorOperation.RESTART, environment(name, ""), "environment." + name);
    }

    @ParameterizedTest
    @CsvSource({
        "A=B,environment.A=B",
        "1A,environment.1A",
        "A B,environment.A B",
        "ä,environment.ä"
    })
    void namesThatAreNoNamesOfVariablesAreRefused(String name, String path) {
        assertRefused(CollectorOperation.START, environment(name, "x"), path);
    }

    @Test
    void variablesAreBounded() {
        assertRefused(CollectorOperation.START, environment("", "x"), "environment.");
        assertRefused(
                CollectorOperation.START,
                environment("DAEMONEYE_A", "x".repeat(4097)),
                "environment.DAEMONEYE_A");
        assertRefused(
                CollectorOperation.START,
                environment("DAEMONEYE_A", "a\u0000b"),
                "environment.DAEMONEYE_A");
        assertRefused(
                CollectorOperation.START,
                environment("A\nB".repeat(99), "x"),
                "environment." + "A?B".repeat(21) + "A...");
        var many = new HashMap<String, String>();
        for (int n = 0; n < 101; n++) {
            many.put("DAEMONEYE_" + n, "x");
        }
        assertRefused(CollectorOperation.START, environment(many), "environment");
    }

    @Test
    void settingsAreBounded() {
        var many = new HashMap<String, ConfigValue>();
        for (int n = 0; n <= Settings.MOST; n++) {
            many.put("s" + n, ConfigValue.of(n));
        }
        assertRefused(CollectorOperation.UPDATE_CONFIG, changes(many), "config_changes");
        assertRefused(
                CollectorOperation.START,
                lifecycle(many, Optional.empty(), OptionalLong.empty()),
                "config_overrides");
        assertRefused(
                CollectorOperation.EXECUTE_TASK,
                new TaskRequest(PROCMOND, "scan-now", many),
                "parameters");
    }

    @Test
    void aValueThatIsNoNumberIsNamedByItsPath() {
        ConfigValue endless = ConfigValue.of(Double.POSITIVE_INFINITY);
        assertRefused(
                CollectorOperation.UPDATE_CONFIG,
                changes(Map.of("limits", new ConfigValue.Table(Map.of("cpu", endless)))),
                "config_changes.limits.cpu");
        assertRefused(
                CollectorOperation.UPDATE_CONFIG,
                changes(
                        Map.of(
                                "list",
                                new ConfigValue.Items(
                                        List.of(ConfigValue.of(1), ConfigValue.of(Double.NaN))))),
                "config_changes.list[1]");
        assertRefused(
                CollectorOperation.UPDATE_CONFIG,
                changes(Map.of("a\u0007b", ConfigValue.of(1))),
                "config_changes.a?b");
    }

    @Test
    void aTreeThatIsTooDeepIsRefusedWithoutWalkingToItsEnd() {
        ConfigValue deep = ConfigValue.of(1);
        for (int n = 0; n < 1000; n++) {
            deep = new ConfigValue.Items(List.of(deep));
        }
        var error = fault(CollectorOperation.UPDATE_CONFIG, changes(Map.of("a", deep)));

        assertThat(error.orElseThrow().message()).contains("nested deeper than 16");
    }

    @Test
    void reasonsAreOneLineOfAThousandCharacters() {
        for (var wrong : List.of(LONG, "a\nb", "a\u001b[31mb", "\u0000")) {
            assertRefused(CollectorOperation.GRACEFUL_SHUTDOWN, shutdown(wrong), "reason");
            assertRefused(CollectorOperation.FORCE_SHUTDOWN, shutdown(wrong), "reason");
            assertRefused(
                    CollectorOperation.STOP,
                    CollectorLifecycleRequest.of(PROCMOND).because(wrong),
                    "reason");
            assertRefused(
                    CollectorOperation.UPDATE_CONFIG,
                    new ConfigUpdateRequest(
                            PROCMOND,
                            Map.of(),
                            false,
                            false,
                            true,
                            OptionalLong.empty(),
                            Optional.of(wrong)),
                    "reason");
            assertRefused(
                    CollectorOperation.DEREGISTER,
                    new DeregistrationRequest(PROCMOND, new Incarnation(1), Optional.of(wrong)),
                    "reason");
        }
        assertThat(fault(CollectorOperation.FORCE_SHUTDOWN, shutdown(LONG.substring(1)))).isEmpty();
    }

    @Test
    void numbersStayInTheirRanges() {
        assertRefused(
                CollectorOperation.START,
                lifecycle(Map.of(), Optional.empty(), OptionalLong.of(0)),
                "startup_timeout_ms");
        assertRefused(
                CollectorOperation.START,
                lifecycle(Map.of(), Optional.empty(), OptionalLong.of(Long.MAX_VALUE)),
                "startup_timeout_ms");
        assertRefused(limits(0, 1, 1), "resource_limits.max_memory_bytes");
        assertRefused(limits(1, 0, 1), "resource_limits.max_cpu_percent");
        assertRefused(limits(1, Double.NaN, 1), "resource_limits.max_cpu_percent");
        assertRefused(limits(1, Double.POSITIVE_INFINITY, 1), "resource_limits.max_cpu_percent");
        assertRefused(limits(1, 1, 0), "resource_limits.max_open_files");
        assertThat(limits(1, 0.5, 1)).isEmpty();
        assertRefused(
                CollectorOperation.GRACEFUL_SHUTDOWN,
                new ShutdownRequest(
                        PROCMOND,
                        ShutdownType.GRACEFUL,
                        300_001,
                        true,
                        Optional.empty(),
                        Optional.empty()),
                "graceful_timeout_ms");
        assertRefused(
                CollectorOperation.GRACEFUL_SHUTDOWN,
                new ShutdownRequest(
                        PROCMOND,
                        ShutdownType.UNKNOWN,
                        60_000,
                        true,
                        Optional.empty(),
                        Optional.empty()),
                "shutdown_type");
    }

    @Test
    void whatIntroducesItselfIsBounded() {
        assertThat(
                        fault(
                                CollectorOperation.REGISTER,
                                registration("host", "1", List.of("process"))))
                .isEmpty();
        assertRefused(CollectorOperation.REGISTER, registration("", "1", List.of()), "host");
        assertRefused(CollectorOperation.REGISTER, registration("h", LONG, List.of()), "version");
        assertRefused(
                CollectorOperation.REGISTER,
                registration("h", "1", Collections.nCopies(1001, "x")),
                "capabilities.event_types");
        assertRefused(
                CollectorOperation.REGISTER,
                registration("h", "1", List.of("process", "a\tb")),
                "capabilities.event_types[1]");
    }

    @Test
    void fieldsThatTheOperationDoesNotKnowAreRefused() {
        assertRefused(
                CollectorOperation.GET_CONFIG,
                generic("verison", ConfigValue.of(3)),
                "values.verison");
        assertRefused(
                CollectorOperation.GET_CONFIG,
                generic("version", ConfigValue.of("3")),
                "values.version");
        assertRefused(
                CollectorOperation.QUERY_AUDIT,
                generic("limit", ConfigValue.of(2.5)),
                "values.limit");
    }

    @Test
    void aClientIdIsOneShortLine() {
        var target = CollectorTopics.heartbeat(PROCMOND);
        for (var wrong : List.of("x".repeat(129), "a\rb")) {
            var request =
                    RpcRequest.of(
                            wrong,
                            target,
                            CollectorOperation.HEALTH_CHECK,
                            new EmptyPayload(),
                            Duration.ofSeconds(5),
                            Instant.EPOCH);
            assertRefused(RequestChecks.fault(request, target), "client_id");
        }
    }

    private static Optional<RpcError> limits(long memory, double cpu, long files) {
        var limits =
                new ResourceLimits(
                        OptionalLong.of(memory), OptionalDouble.of(cpu), OptionalLong.of(files));
        return fault(
                CollectorOperation.START,
                lifecycle(Map.of(), Optional.of(limits), OptionalLong.empty()));
    }
}
