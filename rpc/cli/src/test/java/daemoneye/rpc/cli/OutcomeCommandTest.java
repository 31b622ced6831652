package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// What became of a request, and stopping one.
class OutcomeCommandTest {
    private static final String REQUEST = "319c708b-38fe-4800-a36b-04bed5c8b9e5";
    private static final String AGENTS = "control.collector.procmond";
    private static final String OWN = "control.collector.task.procmond";

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @ParameterizedTest
    @CsvSource({"done, 0", "failed, 1", "cancelled, 1", "running, 4", "waiting, 4"})
    void itEndsAsTheRequestWouldHave(String state, int code) {
        known(AGENTS, state);

        assertThat(bed.run("outcome", "procmond", REQUEST)).isEqualTo(code);
        assertThat(bed.out())
                .startsWith("Restart procmond: " + state + ", begun 9.9 s ago, ended 4.0 s ago");
        var request = bed.link.caller.requests.getFirst();
        assertThat(request.operation()).isEqualTo(CollectorOperation.QUERY_OUTCOME);
        assertThat(request.payload())
                .isEqualTo(new GenericPayload(Map.of("request_id", ConfigValue.of(REQUEST))));
    }

    @Test
    void theCollectorIsAskedForWhatItsAgentDoesNotKnow() {
        unknown(AGENTS);
        known(OWN, "done");

        assertThat(bed.run("outcome", "procmond", REQUEST, "--json")).isZero();
        assertThat(bed.field("state")).isEqualTo(ConfigValue.of("done"));
        assertThat(bed.field("collector_id")).isEqualTo(ConfigValue.of("procmond"));
    }

    @Test
    void ifNobodyKnowsItTheSentenceOfTheAgentStands() {
        unknown(AGENTS);

        assertThat(bed.run("outcome", "procmond", REQUEST)).isEqualTo(4);
        assertThat(bed.out()).startsWith("desk does not know this request");
    }

    @Test
    void whatIsNoRequestIsNotAskedFor() {
        assertThat(bed.run("outcome", "procmond", "1-2-3-4-5")).isEqualTo(2);
        assertThat(bed.err()).contains("\"1-2-3-4-5\" is no request_id");
        assertThat(bed.run("cancel", "procmond")).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void aCancelledRequestHasHadNoEffect() {
        known(AGENTS, "cancelled");

        assertThat(bed.run("cancel", "procmond", REQUEST)).isZero();
        assertThat(bed.out()).isEqualTo("cancelled: it has had no effect\n");
        assertThat(bed.link.caller.requests.getFirst().operation())
                .isEqualTo(CollectorOperation.CANCEL);
    }

    @Test
    void aTaskIsCancelledByTheCollectorThatWorksOnIt() {
        bed.link.caller.failing(AGENTS, refusal(ErrorCode.REQUEST_UNKNOWN));
        known(OWN, "cancelled");

        assertThat(bed.run("cancel", "procmond", REQUEST)).isZero();
    }

    @Test
    void tooLateIsAFailureAndNobodyElseIsAsked() {
        bed.link.caller.failing(AGENTS, refusal(ErrorCode.CANCEL_TOO_LATE));

        assertThat(bed.run("cancel", "procmond", REQUEST)).isEqualTo(1);
        assertThat(bed.link.caller.requests).hasSize(1);
    }

    private static RpcError refusal(ErrorCode code) {
        return RpcError.notExecuted(code, "no");
    }

    private void known(String topic, String state) {
        bed.link.caller.on(
                topic,
                "desk",
                new GenericPayload(
                        Map.of(
                                "request_id", ConfigValue.of(REQUEST),
                                "operation", ConfigValue.of("Restart"),
                                "state", ConfigValue.of(state),
                                "started_ms_ago", ConfigValue.of(9_900),
                                "ended_ms_ago", ConfigValue.of(4_000))));
    }

    private void unknown(String topic) {
        bed.link.caller.on(
                topic,
                "desk",
                new GenericPayload(
                        Map.of(
                                "state", ConfigValue.of("unknown"),
                                "message", ConfigValue.of("desk does not know this request"))));
    }
}
