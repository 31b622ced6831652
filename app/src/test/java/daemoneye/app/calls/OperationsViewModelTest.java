package daemoneye.app.calls;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.ScriptedCaller;
import daemoneye.app.sample.ScriptedResilience;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.breaker.BreakerChange;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class OperationsViewModelTest {
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final OperationsViewModel model =
            new OperationsViewModel(caller, "console-1", ticker, Runnable::run);

    @Test
    void asksOnTheCollectorsTopicInOurName() {
        model.begin(CollectorAction.RESTART, "procmond", CallTerms.plain());

        var request = caller.asked().getFirst().request();
        assertThat(request.operation()).isEqualTo(CollectorOperation.RESTART);
        assertThat(request.target().text()).isEqualTo("control.collector.procmond");
        assertThat(request.clientId()).isEqualTo("console-1");
        assertThat(request.timeoutMs()).isEqualTo(60_000);
    }

    @Test
    void aSecondPressDoesNothingWhileTheFirstRuns() {
        model.begin(CollectorAction.STOP, "procmond", CallTerms.plain());
        model.begin(CollectorAction.STOP, "procmond", CallTerms.plain());
        assertThat(caller.asked()).hasSize(1);

        model.begin(CollectorAction.STOP, "netmond", CallTerms.plain());
        assertThat(caller.asked()).hasSize(2);

        end(0, done());
        model.begin(CollectorAction.STOP, "procmond", CallTerms.plain());
        assertThat(caller.asked()).hasSize(3);
    }

    @Test
    void stepsAndTimeAreShownOnTheWay() {
        model.begin(CollectorAction.START, "procmond", CallTerms.plain());
        var operation = model.all().getFirst();

        ticker.advance(Duration.ofSeconds(3));
        model.tick();
        caller.asked().getFirst().onProgress().accept(step("waiting for the first heartbeat"));

        assertThat(operation.stepProperty().get()).isEqualTo("waiting for the first heartbeat");
        assertThat(operation.timeProperty().get()).isEqualTo("3 of 30 s");
        assertThat(operation.shareProperty().get()).isEqualTo(0.1);
    }

    @Test
    void repeatsAndBrokenCircuitsAreShownAsStepsOfTheCallTheyConcern() {
        var resilience = new ScriptedResilience();
        var stop = model.follow(resilience);
        model.begin(CollectorAction.START, "procmond", CallTerms.plain());
        model.begin(CollectorAction.START, "netmond", CallTerms.plain());
        var netmond = model.all().get(0);
        var procmond = model.all().get(1);

        var asked = caller.asked().getFirst().request();
        resilience.tell(
                new ResilienceEvent.Retrying(asked, 2, 3, Duration.ofMillis(180), "LINK_LOST"));
        assertThat(procmond.stepProperty().get()).isEqualTo("attempt 2 of 3 in 0.2 s");
        assertThat(procmond.attemptProperty().get()).isEqualTo("attempt 2 of 3");
        assertThat(netmond.stepProperty().get()).isEqualTo("sent");
        assertThat(netmond.attemptProperty().get()).isEqualTo("attempt 1");

        resilience.tell(opened("netmond", CallClass.LIFECYCLE));
        assertThat(netmond.stepProperty().get()).isEqualTo("circuit open, next probe in 58 s");
        resilience.tell(opened("procmond", CallClass.HEALTH));
        assertThat(procmond.stepProperty().get()).isEqualTo("attempt 2 of 3 in 0.2 s");
        resilience.tell(new ResilienceEvent.BudgetExhausted(asked, "LINK_LOST"));
        assertThat(procmond.stepProperty().get()).startsWith("not repeated");

        end(0, done());
        resilience.tell(
                new ResilienceEvent.Retrying(asked, 3, 3, Duration.ofMillis(180), "LINK_LOST"));
        assertThat(procmond.stepProperty().get()).isEqualTo("Done");
        stop.run();
        assertThat(resilience.watchers()).isZero();
    }

    private static ResilienceEvent opened(String collector, CallClass callClass) {
        var change =
                new BreakerChange(
                        new BreakerKey(new CollectorId(collector), callClass),
                        BreakerStanding.CLOSED,
                        BreakerStanding.OPEN,
                        "no answer",
                        Optional.of(Duration.ofSeconds(58)));
        return new ResilienceEvent.BreakerMoved(change);
    }

    @Test
    void aFailureSaysWhatToDoNext() {
        model.begin(CollectorAction.PAUSE, "procmond", CallTerms.plain());
        end(
                0,
                failed(
                        RpcStatus.ERROR,
                        RpcError.notExecuted(
                                ErrorCode.COLLECTOR_NOT_RUNNING, "procmond is stopped.")));

        var operation = model.all().getFirst();
        assertThat(operation.stateProperty().get()).isEqualTo(OperationState.FAILED);
        assertThat(operation.stepProperty().get())
                .isEqualTo("procmond is stopped. Start the collector first.");
    }

    @Test
    void aTimeoutIsAnUnknownOutcomeAndNotAFailure() {
        model.begin(CollectorAction.RESTART, "procmond", CallTerms.plain());
        end(
                0,
                failed(
                        RpcStatus.TIMEOUT,
                        RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer in 60 s.")));

        assertThat(model.all().getFirst().stateProperty().get()).isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void theListIsBoundedAndNeverDropsWhatIsUnderWay() {
        for (int at = 0; at < OperationsViewModel.KEPT + 5; at++) {
            model.begin(CollectorAction.HEALTH_CHECK, "collector-" + at, CallTerms.plain());
            if (at != 1) {
                end(at, done());
            }
        }

        assertThat(model.all()).hasSize(OperationsViewModel.KEPT);
        assertThat(model.all().getFirst().collector()).isEqualTo("collector-1004");
        assertThat(model.all().getLast().collector()).isEqualTo("collector-1");
        assertThat(model.inFlight()).containsExactly(model.all().getLast());
    }

    private void end(int call, CallOutcome outcome) {
        caller.asked().get(call).outcome().complete(outcome);
    }

    private CallOutcome done() {
        return new CallOutcome.Done(
                response(RpcStatus.SUCCESS, Optional.empty()), Duration.ofMillis(12));
    }

    private static CallOutcome failed(RpcStatus status, RpcError error) {
        return new CallOutcome.Failed(status, error, Duration.ofMillis(12));
    }

    private RpcResponse step(String text) {
        return response(
                RpcStatus.IN_PROGRESS,
                Optional.of(new GenericPayload(Map.of("step", ConfigValue.of(text)))));
    }

    private RpcResponse response(RpcStatus status, Optional<RpcPayload> payload) {
        return new RpcResponse(
                caller.asked().getFirst().request().requestId(),
                "agent-1",
                status,
                payload,
                12,
                0,
                ticker.now(),
                Optional.empty());
    }
}
