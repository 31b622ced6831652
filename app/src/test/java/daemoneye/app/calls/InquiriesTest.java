package daemoneye.app.calls;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Stopping a call, and finding out what became of one.
class InquiriesTest {
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final OperationsViewModel model =
            new OperationsViewModel(caller, "console-1", ticker, Runnable::run);

    @Test
    void cancelNamesTheRequestOnItsOwnTopicAndIsSentOnce() {
        var operation = begin(CollectorAction.RESTART);
        model.cancel(operation);
        model.cancel(operation);

        assertThat(caller.asked()).hasSize(2);
        var cancel = request(1);
        assertThat(cancel.operation()).isEqualTo(CollectorOperation.CANCEL);
        assertThat(cancel.target()).isEqualTo(request(0).target());
        assertThat(cancel.payload())
                .isEqualTo(
                        new GenericPayload(
                                Map.of("request_id", ConfigValue.of(operation.correlation()))));
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.RUNNING);
    }

    @Test
    void aCancelledCallHadNoEffectAndSaysSo() {
        var operation = begin(CollectorAction.RESTART);
        model.cancel(operation);
        answer(1, Map.of("state", ConfigValue.of("cancelled")));
        end(
                0,
                new CallOutcome.Failed(
                        RpcStatus.CANCELLED,
                        RpcError.notExecuted(ErrorCode.CANCELLED, "cancelled by kim"),
                        Duration.ofMillis(40)));

        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.CANCELLED);
        assertThat(operation.effectProperty().get()).startsWith("Not executed");
    }

    @Test
    void tooLateToCancelIsToldAndTheCallGoesOn() {
        var operation = begin(CollectorAction.RESTART);
        model.cancel(operation);
        fail(1, RpcError.notExecuted(ErrorCode.CANCEL_TOO_LATE, "past its commit point"));

        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.RUNNING);
        assertThat(operation.stepProperty().get()).startsWith("Too late to cancel");
        assertThat(operation.cancellable().get()).isTrue();

        answer(0, Map.of());
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.DONE);
        assertThat(operation.effectProperty().get()).isEqualTo("Executed.");
        model.cancel(operation);
        assertThat(caller.asked()).as("what is over cannot be cancelled").hasSize(2);
    }

    @Test
    void anAnswerToCancelThatComesAfterTheEndChangesNothing() {
        var operation = begin(CollectorAction.STOP);
        model.cancel(operation);
        answer(0, Map.of());
        fail(1, RpcError.notExecuted(ErrorCode.CANCEL_TOO_LATE, "it has ended already"));

        assertThat(operation.stepProperty().get()).isEqualTo("Done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    done      | executed     | DONE      | It was done
                    failed    | not_executed | FAILED    | It was not done: no room
                    failed    | executed     | FAILED    | It was begun and failed: no room
                    failed    | unknown      | UNKNOWN   | Whoever worked on it does not know
                    cancelled | not_executed | CANCELLED | Cancelled before
                    running   | unknown      | UNKNOWN   | It is still under way there (spawning)
                    waiting   | not_executed | UNKNOWN   | It is still under way there
                    nonsense  | unknown      | UNKNOWN   | It is too long ago
                    """)
    void theAnswerToWhatHappenedIsTakenAsItIs(
            String state, String executed, OperationState ends, String sentence) {
        var operation = unknown(CollectorAction.RESTART);
        model.findOut(operation);
        var facts = new HashMap<String, ConfigValue>();
        facts.put("state", ConfigValue.of(state));
        facts.put("executed", ConfigValue.of(executed));
        facts.put("message", ConfigValue.of("no room"));
        facts.put("step", ConfigValue.of("spawning"));
        answer(1, facts);

        assertThat(request(1).operation()).isEqualTo(CollectorOperation.QUERY_OUTCOME);
        assertThat(request(1).target()).isEqualTo(request(0).target());
        assertThat(operation.stateProperty().get()).isEqualTo(ends);
        assertThat(operation.stepProperty().get()).startsWith(sentence);
        assertThat(operation.checkable().get()).isEqualTo(ends == OperationState.UNKNOWN);
    }

    @Test
    void whoNeverSawARecentRequestNeverBeganIt() {
        var operation = unknown(CollectorAction.STOP);
        model.findOut(operation);
        answer(1, forgotten());
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.FAILED);
        assertThat(operation.effectProperty().get()).startsWith("Not executed");
    }

    @Test
    void whoNeverSawAnOldRequestKnowsNothing() {
        var operation = unknown(CollectorAction.STOP);
        ticker.advance(Duration.ofMinutes(11));
        model.findOut(operation);
        answer(1, forgotten());
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void whoWasRestartedAtWorkDoesNotProveThatNothingHappened() {
        var operation = unknown(CollectorAction.STOP);
        model.findOut(operation);
        var facts = new HashMap<>(forgotten());
        facts.put("code", ConfigValue.of("RESPONDER_LOST"));
        answer(1, facts);
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void nobodyWhoAnswersLeavesItUnknownAndOneCanAskAgain() {
        var operation = unknown(CollectorAction.STOP);
        model.findOut(operation);
        model.findOut(operation);
        assertThat(caller.asked()).hasSize(2);
        fail(1, RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer in 5 s."));

        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.UNKNOWN);
        assertThat(operation.checkable().get()).isTrue();
        assertThat(caller.asked())
                .as("nothing is ever sent again")
                .filteredOn(each -> each.request().operation() == CollectorOperation.STOP)
                .hasSize(1);
    }

    @Test
    void aQuestionWithoutAnAnswerIsNothingToCheck() {
        var operation = unknown(CollectorAction.HEALTH_CHECK);
        assertThat(operation.checkable().get()).isFalse();
        assertThat(operation.effectProperty().get()).contains("only reads");
    }

    @Test
    void hostileStepsAreMadeHarmlessAndOnlyTheLastHundredKept() {
        var operation = begin(CollectorAction.START);
        for (int at = 0; at < 500; at++) {
            report("step " + at);
        }
        report("\u202eevil\u0007\n" + "x".repeat(10_000));

        assertThat(operation.steps()).hasSize(OperationViewModel.STEPS);
        assertThat(operation.stepProperty().get()).startsWith("evil").hasSizeLessThan(700);
        report("");
        assertThat(operation.stepProperty().get()).as("an empty step says nothing").startsWith("e");
    }

    private OperationViewModel begin(CollectorAction action) {
        return model.begin(action, "procmond", CallTerms.plain());
    }

    private OperationViewModel unknown(CollectorAction action) {
        var operation = begin(action);
        fail(0, RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer in 60 s."));
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.UNKNOWN);
        return operation;
    }

    private static Map<String, ConfigValue> forgotten() {
        return Map.of(
                "state", ConfigValue.of("unknown"),
                "executed", ConfigValue.of("unknown"),
                "remembered_ms", ConfigValue.of(600_000));
    }

    private RpcRequest request(int call) {
        return caller.asked().get(call).request();
    }

    private void end(int call, CallOutcome outcome) {
        caller.asked().get(call).outcome().complete(outcome);
    }

    private void fail(int call, RpcError error) {
        end(call, new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(12)));
    }

    private void answer(int call, Map<String, ConfigValue> facts) {
        end(
                call,
                new CallOutcome.Done(
                        response(call, RpcStatus.SUCCESS, facts), Duration.ofMillis(12)));
    }

    private void report(String step) {
        caller.asked()
                .getFirst()
                .onProgress()
                .accept(response(0, RpcStatus.IN_PROGRESS, Map.of("step", ConfigValue.of(step))));
    }

    private RpcResponse response(int call, RpcStatus status, Map<String, ConfigValue> facts) {
        return new RpcResponse(
                request(call).requestId(),
                "agent-1",
                status,
                Optional.of(new GenericPayload(facts)),
                12,
                0,
                ticker.now(),
                Optional.empty());
    }
}
