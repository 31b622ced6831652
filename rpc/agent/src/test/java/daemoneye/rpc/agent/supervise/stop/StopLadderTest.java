package daemoneye.rpc.agent.supervise.stop;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeProcess;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.stop.StopLadder.End;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class StopLadderTest {
    private final Fleet fleet = new Fleet();
    private final FakeProcess process = fleet.foreignProcess(7);
    private final List<Step> steps = new ArrayList<>();
    private final CompletableFuture<Answer> said = new CompletableFuture<>();
    private final StopLadder ladder =
            new StopLadder(
                    process,
                    StopOrder.gentle(Duration.ofSeconds(10), "test", Optional.empty()),
                    fleet.ticker,
                    fleet.loop,
                    steps::add);

    @Test
    void signalsComeOneByOneWhenNothingElseHelps() {
        process.survivesEverything();
        ladder.climb(() -> said);
        fleet.ticker.advance(Duration.ofMillis(9_999));
        assertThat(process.terminated()).isZero();
        fleet.ticker.advance(Duration.ofMillis(1));
        assertThat(process.terminated()).isEqualTo(1);
        fleet.ticker.advance(Duration.ofMillis(4_999));
        assertThat(process.killed()).isZero();
        fleet.ticker.advance(Duration.ofMillis(1));
        assertThat(process.killed()).isEqualTo(1);
        assertThat(ladder.end()).isNotDone();
        fleet.ticker.advance(StopLadder.AFTER_KILL);
        assertThat(ladder.end()).isCompletedWithValue(End.NOT_GONE);
        assertThat(steps)
                .extracting(Step::text)
                .containsExactly("asked it to clean up and end", "terminating it", "killing it");
        assertThat(steps.stream().map(step -> step.facts().toString()))
                .as("what programs read")
                .containsExactly(
                        "{phase=preparing}",
                        "{phase=forced, by=terminate}",
                        "{phase=forced, by=kill}");
    }

    @Test
    void aRefusedCallGoesOnAtOnce() {
        ladder.climb(() -> said);
        said.complete(
                Answer.failed(RpcError.notExecuted(ErrorCode.NO_RESPONDER, "nobody answers")));
        assertThat(process.terminated()).isEqualTo(1);
        assertThat(steps).contains(Step.of("it did not take the call: nobody answers"));
        fleet.ticker.advance(Duration.ofSeconds(5));
        assertThat(process.killed()).isEqualTo(1);
        assertThat(process.terminated()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesAfterTheBudgetChangesNothing() {
        ladder.climb(() -> said);
        fleet.ticker.advance(Duration.ofSeconds(10));
        said.complete(Answer.failed(RpcError.notExecuted(ErrorCode.CANCELLED, "late")));
        assertThat(process.terminated()).isEqualTo(1);
        fleet.ticker.advance(Duration.ofSeconds(5));
        assertThat(process.killed()).isEqualTo(1);
    }

    @Test
    void theReportSaysWhatTheCollectorSaidAndWhichStepEndedIt() {
        ladder.climb(() -> said);
        var tasks = ConfigValue.texts(List.of("save_state"));
        said.complete(Answer.done(new GenericPayload(Map.of("cleanup_tasks", tasks))));
        fleet.ticker.advance(Duration.ofMillis(1234));
        ladder.gone();
        assertThat(ladder.end()).isCompletedWithValue(End.GONE);
        assertThat(((GenericPayload) ladder.report("exit code 0")).values())
                .containsEntry("cleanup_tasks", tasks)
                .containsEntry("ended_by", ConfigValue.of("graceful"))
                .containsEntry("exit", ConfigValue.of("exit code 0"))
                .containsEntry("shutdown_time_ms", ConfigValue.of(1234L));
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void nothingHappensAfterTheEnd() {
        ladder.climb(() -> said);
        ladder.gone();
        fleet.ticker.advance(Duration.ofMinutes(1));
        assertThat(process.terminated()).isZero();
        assertThat(process.killed()).isZero();
    }

    @Test
    void hurryLeavesTheSlowStepsOut() {
        ladder.climb(() -> said);
        ladder.hurry(Duration.ofSeconds(2));
        assertThat(process.terminated()).isEqualTo(1);
        fleet.ticker.advance(Duration.ofSeconds(2));
        assertThat(process.killed()).isEqualTo(1);
    }
}
