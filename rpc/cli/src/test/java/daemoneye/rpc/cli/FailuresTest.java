package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.Samples;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class FailuresTest {
    private static final String HEALTH = "control.health.heartbeat.procmond";

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @ParameterizedTest
    @CsvSource({
        "NO_RESPONDER, COMMUNICATION, NOT_EXECUTED, 3",
        "NOT_CONNECTED, COMMUNICATION, NOT_EXECUTED, 3",
        "LINK_LOST, COMMUNICATION, UNKNOWN, 4",
        "RESPONDER_LOST, COMMUNICATION, UNKNOWN, 4",
        "DEADLINE_EXCEEDED, TIMEOUT, UNKNOWN, 4",
        "REQUEST_REFUSED, COMMUNICATION, NOT_EXECUTED, 1",
        "NOT_OWNER, CONFIGURATION, NOT_EXECUTED, 1",
        "COLLECTOR_NOT_RUNNING, RESOURCE, NOT_EXECUTED, 1",
        "COLLECTOR_START_FAILED, INTERNAL, EXECUTED, 1",
        "COLLECTOR_START_FAILED, PERMISSION, NOT_EXECUTED, 5",
        "PERMISSION_DENIED, PERMISSION, NOT_EXECUTED, 5",
        "PERMISSION_DENIED, PERMISSION, UNKNOWN, 5",
        "SOMETHING_NEWER, UNKNOWN, NOT_EXECUTED, 1",
        "SOMETHING_NEWER, UNKNOWN, UNKNOWN, 4"
    })
    void eachKindOfFailureHasItsExitCode(
            String code, ErrorCategory category, ExecutionCertainty certainty, int exit) {
        var error = new RpcError(code, "it went wrong", Map.of(), category, certainty);
        bed.link.caller.failing(HEALTH, error);

        assertThat(bed.run("health", "procmond")).isEqualTo(exit);
        assertThat(bed.err()).startsWith("daemoneye: ").doesNotContain("Exception", "\tat ");
        assertThat(bed.out()).isEmpty();
        assertThat(bed.run("health", "procmond", "--json")).isEqualTo(exit);
        assertThat(bed.err()).isEmpty();
        assertThat(bed.field("error", "code")).isEqualTo(ConfigValue.of(code));
    }

    @Test
    void aScriptGetsEverythingThatIsKnownOfAnError() {
        bed.link.caller.failing(
                HEALTH,
                RpcError.notExecuted(ErrorCode.COLLECTOR_NOT_RUNNING, "procmond is stopped")
                        .with("state", ConfigValue.of("stopped")));
        bed.run("health", "procmond", "--json");

        var error = (ConfigValue.Table) bed.field("error");
        assertThat(error.entries())
                .containsExactly(
                        Map.entry("code", ConfigValue.of("COLLECTOR_NOT_RUNNING")),
                        Map.entry("message", ConfigValue.of("procmond is stopped")),
                        Map.entry(
                                "context",
                                new ConfigValue.Table(Map.of("state", ConfigValue.of("stopped")))),
                        Map.entry("category", ConfigValue.of("resource")),
                        Map.entry("certainty", ConfigValue.of("not_executed")),
                        Map.entry("next_step", ConfigValue.of("Start the collector first.")));
    }

    @Test
    void aPersonIsToldTheFactsAndWhatToDo() {
        bed.link.caller.failing(
                HEALTH,
                RpcError.notExecuted(ErrorCode.COLLECTOR_START_FAILED, "procmond did not start")
                        .with("exit_code", ConfigValue.of(1))
                        .with("last_output", ConfigValue.texts(List.of("one", "two"))));
        bed.run("health", "procmond");

        assertThat(bed.err().lines())
                .containsExactly(
                        "daemoneye: procmond did not start",
                        "  exit code: 1",
                        "  last output:",
                        "    one",
                        "    two",
                        "  See the last output in the context, mend it, start again.");
    }

    @Test
    void noBrokerIsExitCodeThreeWithTheSentenceOfTheWire() {
        bed.unreachable("Nobody listens at unix:/x: start a broker there.");

        assertThat(bed.run("fleet", "list")).isEqualTo(3);
        assertThat(bed.err()).startsWith("daemoneye: Nobody listens at unix:/x");
        assertThat(bed.run("fleet", "list", "--json")).isEqualTo(3);
        assertThat(bed.field("error", "code")).isEqualTo(ConfigValue.of("NOT_CONNECTED"));
    }

    @Test
    void aMistypedIdIsAnsweredWithTheKnownOnes() {
        bed.link.caller.on(
                "control.collector.lifecycle",
                "agent",
                Samples.listing(Samples.running("procmond"), Samples.running("netmond")));

        assertThat(bed.run("stop", "prcmond")).isEqualTo(3);
        assertThat(bed.err())
                .contains("nobody answers for \"prcmond\"; known collectors: netmond, procmond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Procmond", "a.b", "lifecycle", "-"})
    void whatIsNoIdIsRefusedBeforeAnythingIsSent(String id) {
        assertThat(bed.run("health", id)).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
        assertThat(bed.err()).contains("\"" + id + "\"");
    }

    @Test
    void anUnknownCommandIsAnsweredWithASimilarOne() {
        assertThat(bed.run("flet", "list")).isEqualTo(2);
        assertThat(bed.err())
                .contains("there is no command \"flet\"", "Did you mean fleet")
                .hasLineCount(2);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(bed.run("health", "procmond", "--jsn")).isEqualTo(2);
        assertThat(bed.err()).contains("--jsn", "See daemoneye health --help.");
    }

    @Test
    void aMissingIdIsNamed() {
        assertThat(bed.run("health")).isEqualTo(2);
        assertThat(bed.err()).contains("ID");
    }

    @Test
    void whatAScriptMistypesIsADocumentToo() {
        assertThat(bed.run("health", "--json")).isEqualTo(2);
        assertThat(bed.field("error", "code")).isEqualTo(ConfigValue.of("USAGE"));
        assertThat(bed.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1s", "1h", "1.5s", ""})
    void whatIsNoTimeIsRefused(String time) {
        assertThat(bed.run("health", "procmond", "--timeout=" + time)).isEqualTo(2);
    }

    @Test
    void aTimeBeyondTheBoundsOfTheOperationIsRefusedWithTheBounds() {
        assertThat(bed.run("health", "procmond", "--timeout", "11s")).isEqualTo(2);
        assertThat(bed.err()).contains("HealthCheck may take 1 to 10 s, not 11 s");
        assertThat(bed.run("health", "procmond", "--timeout", "500ms")).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void aBugShowsNoStackTraceUnlessSomebodyAsksForIt() {
        bed.buggy(new IllegalStateException("boom"));

        assertThat(bed.run("fleet", "list")).isEqualTo(1);
        assertThat(bed.err()).contains("A bug").doesNotContain("\tat ");
        bed.environment.put("DAEMONEYE_DEBUG", "1");
        bed.run("fleet", "list");
        assertThat(bed.err()).contains("\tat ", "boom");
    }

    @Test
    void theLinkIsClosedAlsoWhenTheCallFails() {
        bed.run("health", "procmond");

        assertThat(bed.link.closed()).isTrue();
    }
}
