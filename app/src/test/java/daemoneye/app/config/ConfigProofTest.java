package daemoneye.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.apply.RunStep;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// When a change counts as proved, when the values before come back, and what is known when nobody
/// knows.
class ConfigProofTest {
    private final ConfigBed bed = new ConfigBed();

    @Test
    void beatsThatNameTheOldVersionAreNoProof() {
        bed.proving();
        bed.beat(7, 20);
        assertThat(end()).isEqualTo(End.RUNNING);
        assertThat(detail()).isEqualTo("its beats still name version 7");

        bed.beat(8, 2);
        assertThat(detail()).isEqualTo("2 of 3");
        bed.beat(8, 1);
        assertThat(end()).isEqualTo(End.APPLIED);
    }

    @Test
    void beatsFromBeforeTheAnswerAreNoProof() {
        bed.send();
        bed.beat(8, 20);
        bed.answer(ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        bed.answer(ConfigBed.holding(8));
        assertThat(end()).isEqualTo(End.RUNNING);
        bed.beat(8, 3);

        assertThat(end()).isEqualTo(End.APPLIED);
    }

    @Test
    void beatsOfLivesThatEndAgainAreNoProofTogether() {
        bed.proving();
        for (int life = 0; life < 3; life++) {
            bed.become(SampleFleet.reborn(bed.view(), 8));
            bed.beat(8, 1);
        }
        assertThat(end()).isEqualTo(End.RUNNING);
        assertThat(detail()).isEqualTo("2 of 3");
        bed.beat(8, 1);

        assertThat(end()).isEqualTo(End.APPLIED);
    }

    @Test
    void aNewerVersionInItsBeatsIsSaidAndNothingIsPutBackOverIt() {
        bed.proving();
        bed.beat(9, 3);
        bed.ticker.advance(Desk.PATIENCE);

        assertThat(end()).isEqualTo(End.DOUBTFUL);
        assertThat(bed.said()).contains("somebody changed it again");
        assertThat(bed.changes()).isEqualTo(1);
    }

    @Test
    void whatIsOnlyStoredNeedsNoProof() {
        bed.send();
        bed.answer(ConfigAnswers.taken(8, List.of(), List.of("batch_size")));
        bed.answer(ConfigAnswers.config());

        assertThat(end()).isEqualTo(End.APPLIED);
        assertThat(bed.said()).contains("before the next restart");
    }

    @Test
    void withoutTheWishNothingIsPutBack() {
        bed.edit();
        bed.dialog().putBackProperty().set(false);
        bed.turnTo(ConfigDialogViewModel.Place.REVIEW);
        bed.answer(ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
        bed.ticker.advance(Duration.ofSeconds(1));
        bed.dialog().confirmProperty().get().confirm();
        bed.ticker.advance(Duration.ofSeconds(5));
        bed.answer(ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        bed.answer(ConfigBed.holding(8));
        bed.ticker.advance(Desk.PATIENCE);

        assertThat(end()).isEqualTo(End.DOUBTFUL);
        assertThat(bed.changes()).isEqualTo(1);
    }

    @Test
    void theWayBackIsProvedLikeTheWayThere() {
        unwell();
        assertThat(bed.update(4).rollbackTo()).hasValue(7);
        assertThat(bed.update(4).expectedVersion()).hasValue(8);
        bed.answer(ConfigAnswers.taken(9, List.of("batch_size"), List.of()));
        bed.beat(8, 5);
        assertThat(end()).isEqualTo(End.RUNNING);
        bed.beat(9, 3);

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.said()).contains("version 7 was put back, and it beats well with that");
    }

    @Test
    void aWayBackThatDoesNotHelpIsSaid() {
        unwell();
        bed.answer(ConfigAnswers.taken(9, List.of("batch_size"), List.of()));
        bed.ticker.advance(Desk.PATIENCE);

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.said()).contains("it is not well with that either");
    }

    @Test
    void aWayBackThatTheAgentTookBackIsSaid() {
        unwell();
        bed.answer(ConfigAnswers.returned());

        assertThat(end()).isEqualTo(End.DOUBTFUL);
        assertThat(bed.said()).contains("Version 8 still holds");
    }

    @Test
    void oneThatItsAgentGaveUpIsPutBackAtOnce() {
        bed.proving();
        stand(ProcessState.QUARANTINED);
        assertThat(bed.changes()).isEqualTo(2);
        bed.answer(stopped(9));

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.said()).contains("its agent starts it no more", "start it on its page");
    }

    @Test
    void oneThatIsJustStartingIsPutBackWhenItHasStarted() {
        bed.proving();
        stand(ProcessState.STARTING);
        bed.ticker.advance(Desk.PATIENCE);
        assertThat(bed.changes()).isEqualTo(1);
        stand(ProcessState.FAILED);

        assertThat(bed.changes()).isEqualTo(2);
        assertThat(bed.update(4).rollbackTo()).hasValue(7);
    }

    @Test
    void oneThatIsBusyIsToldAgainAMomentLater() {
        unwell();
        bed.fail(RpcError.notExecuted(ErrorCode.COLLECTOR_BUSY, "It is starting."));
        assertThat(end()).isEqualTo(End.RUNNING);
        bed.ticker.advance(Duration.ofSeconds(1));
        assertThat(bed.changes()).isEqualTo(3);
        bed.answer(ConfigAnswers.taken(9, List.of("batch_size"), List.of()));
        bed.beat(9, 3);

        assertThat(end()).isEqualTo(End.RETURNED);
    }

    @Test
    void theWayBackStaysAlsoIfTheCollectorDiesOfBeingTold() {
        unwell();
        assertThat(bed.update(4).rollbackOnFailure()).isFalse();
        var values =
                new java.util.HashMap<>(
                        ConfigAnswers.taken(9, List.of(), List.of("batch_size")).values());
        values.put("apply_error", ConfigValue.of("one did not answer"));
        bed.answer(new GenericPayload(values));
        assertThat(bed.said()).contains("one did not answer");
        bed.become(SampleFleet.reborn(bed.view(), 9));
        bed.beat(9, 2);

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.said()).contains("it beats well with that");
    }

    @Test
    void aRestartThatFailsAfterTheChangeIsToldAsTheWayBackThatItWas() {
        bed.send();
        bed.fail(
                RpcError.unknown(ErrorCode.COLLECTOR_START_FAILED, "It ended with code 4.")
                        .with("rolled_back", ConfigValue.of(true)));

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.said())
                .contains("The agent put the values before back by itself. It ended with code 4.");
        bed.dialog().goOn();
        bed.answer(ConfigAnswers.config(9, ConfigAnswers.told()));
        assertThat(bed.typed("batch_size")).isEqualTo("500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    done      | executed     | 8 | RUNNING  | It was done.
                    failed    | not_executed | 7 | REFUSED  | Nothing was changed: It was not done
                    failed    | executed     | 8 | RUNNING  | It was begun and failed
                    failed    | executed     | 7 | REFUSED  | It was begun and failed
                    failed    | executed     | 9 | RETURNED | put the values of version 7 back
                    done      | executed     | 9 | RETURNED | put the values of version 7 back
                    cancelled | not_executed | 7 | REFUSED  | Nothing was changed
                    """)
    void whatBecameOfItIsFoundOutByAskingAndReadingBack(
            String state, String executed, long version, End end, String said) {
        bed.send();
        bed.lost();
        assertThat(end()).isEqualTo(End.UNKNOWN);
        run().check();
        assertThat(bed.caller.asked().getLast().request().operation())
                .isEqualTo(CollectorOperation.QUERY_OUTCOME);
        bed.answer(outcome(state, executed));
        bed.answer(
                version == 8
                        ? ConfigBed.holding(8)
                        : ConfigAnswers.config(version, ConfigAnswers.told()));

        assertThat(end()).isEqualTo(end);
        assertThat(bed.said()).contains(said);
        assertThat(bed.changes()).isEqualTo(1);
        bed.beat(8, 3);
        assertThat(end()).isEqualTo(version == 8 ? End.APPLIED : end);
    }

    @Test
    void whatIsStillUnderWayCanBeAskedAboutAgain() {
        bed.send();
        bed.lost();
        run().check();
        bed.answer(outcome("running", "unknown"));
        assertThat(end()).isEqualTo(End.UNKNOWN);
        assertThat(bed.said()).contains("It is still under way there");
        run().check();
        bed.answer(outcome("done", "executed"));
        bed.answer(ConfigBed.holding(8));
        bed.beat(8, 3);

        assertThat(end()).isEqualTo(End.APPLIED);
        assertThat(bed.changes()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadBackCanBeReadAgain() {
        bed.send();
        bed.lost();
        run().check();
        bed.answer(outcome("done", "executed"));
        bed.lost();
        assertThat(end()).isEqualTo(End.UNKNOWN);
        run().check();
        bed.answer(ConfigBed.holding(8));
        bed.beat(8, 3);

        assertThat(end()).isEqualTo(End.APPLIED);
    }

    @Test
    void anUnknownWayBackIsFoundOutToo() {
        unwell();
        bed.lost();
        assertThat(bed.said()).contains("whether the old version was put back");
        run().check();
        bed.answer(outcome("done", "executed"));
        bed.answer(ConfigAnswers.config(9, ConfigAnswers.told()));

        assertThat(end()).isEqualTo(End.RETURNED);
        assertThat(bed.changes()).isEqualTo(2);
    }

    private void unwell() {
        bed.proving();
        bed.ticker.advance(Desk.PATIENCE);
        assertThat(bed.changes()).isEqualTo(2);
    }

    private void stand(ProcessState state) {
        bed.become(
                SampleFleet.as(
                        SampleFleet.collector("one", state, Liveness.DOWN, HealthStatus.UNKNOWN),
                        "process-monitor",
                        "web-01",
                        "process"));
    }

    private static GenericPayload stopped(long version) {
        var values =
                new java.util.HashMap<>(
                        ConfigAnswers.taken(version, List.of("batch_size"), List.of()).values());
        values.put("collector_running", ConfigValue.of(false));
        return new GenericPayload(values);
    }

    private static GenericPayload outcome(String state, String executed) {
        return new GenericPayload(
                Map.of("state", ConfigValue.of(state), "executed", ConfigValue.of(executed)));
    }

    private ApplyViewModel run() {
        return bed.dialog().runProperty().get().orElseThrow();
    }

    private End end() {
        return run().endProperty().get();
    }

    private String detail() {
        return run().stepsProperty().get().stream()
                .map(RunStep::detail)
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
