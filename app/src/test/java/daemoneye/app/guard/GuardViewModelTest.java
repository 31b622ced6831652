package daemoneye.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class GuardViewModelTest {
    private static final CollectorView ONE = healthy("one");
    private static final CollectorView TWO = healthy("two");

    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final SampleFleet fleet = new SampleFleet();
    private final OperationsViewModel operations =
            new OperationsViewModel(caller, "console-1", ticker, Runnable::run);
    private final GuardViewModel guard =
            new GuardViewModel(fleet, operations, () -> Protection.OPEN, ticker, Runnable::run);

    @BeforeEach
    void twoOfAKind() {
        fleet.show(SampleFleet.connected(true, List.of(ONE, TWO)));
    }

    @Test
    void whatIsReversibleIsSentAtOnce() {
        guard.request(CollectorAction.PAUSE, List.of("one"));

        assertThat(caller.asked()).hasSize(1);
        assertThat(guard.questionProperty().get()).isEmpty();
    }

    @Test
    void whatDisturbsIsAskedAndThenWaitsFiveSeconds() {
        confirmStop("kernel update");
        assertThat(guard.waiting()).hasSize(1);
        ticker.advance(Duration.ofMillis(4_999));
        assertThat(guard.waiting().getFirst().textProperty().get()).isEqualTo("Sent in 1 s");
        assertThat(caller.asked()).isEmpty();

        ticker.advance(Duration.ofMillis(1));
        assertThat(guard.waiting()).isEmpty();
        var payload = (CollectorLifecycleRequest) caller.asked().getFirst().request().payload();
        assertThat(payload.reason()).contains("kernel update");
        assertThat(payload.onlyIncarnation()).isEqualTo(ONE.info().incarnation());
    }

    @Test
    void whatIsCancelledInTimeIsNeverSent() {
        confirmStop("");
        ticker.advance(Duration.ofSeconds(4));
        assertThat(guard.cancelNewest()).isTrue();
        ticker.advance(Duration.ofMinutes(1));

        assertThat(caller.asked()).isEmpty();
        assertThat(guard.cancelNewest()).isFalse();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void aLinkThatIsLostMeanwhileMeansNotSentAndNeverLater() {
        confirmStop("");
        fleet.show(SampleFleet.cutOff(List.of(ONE, TWO)));
        ticker.advance(WaitingCall.GRACE);
        fleet.show(SampleFleet.connected(true, List.of(ONE, TWO)));
        ticker.advance(Duration.ofMinutes(5));

        assertThat(caller.asked()).isEmpty();
        assertThat(guard.noticeProperty().get().orElseThrow().text()).startsWith("Not sent");
    }

    @Test
    void aTargetThatIsGoneMeanwhileIsToldAndNothingSent() {
        confirmStop("");
        fleet.show(SampleFleet.connected(true, List.of(TWO)));
        ticker.advance(WaitingCall.GRACE);

        assertThat(caller.asked()).isEmpty();
        assertThat(guard.noticeProperty().get().orElseThrow().title()).isEqualTo("Stop one");
    }

    @Test
    void whenItHasBecomeTheLastOfItsKindItIsAskedAgain() {
        confirmStop("kernel update");
        var failed =
                SampleFleet.collector(
                        "two", ProcessState.FAILED, Liveness.DOWN, HealthStatus.UNKNOWN);
        fleet.show(SampleFleet.connected(true, List.of(ONE, failed)));
        ticker.advance(WaitingCall.GRACE);

        assertThat(caller.asked()).isEmpty();
        var again = guard.questionProperty().get().orElseThrow();
        assertThat(again.questionProperty().get()).isInstanceOf(Ask.Count.class);
        assertThat(again.reasonProperty().get()).isEqualTo("kernel update");
    }

    @Test
    void anOpenQuestionFollowsTheFleet() {
        guard.request(CollectorAction.STOP, List.of("one"));
        var open = guard.questionProperty().get().orElseThrow();
        guard.show(SampleFleet.cutOff(List.of(ONE, TWO)));
        assertThat(open.troubleProperty().get()).startsWith("Not sent");

        guard.show(SampleFleet.connected(true, List.of(ONE)));
        assertThat(open.troubleProperty().get()).isEmpty();
        assertThat(open.questionProperty().get()).isInstanceOf(Ask.Count.class);
    }

    @Test
    void leavingSendsNothing() {
        guard.request(CollectorAction.RESTART, List.of("one"));
        guard.leave();
        ticker.advance(Duration.ofMinutes(1));

        assertThat(guard.questionProperty().get()).isEmpty();
        assertThat(caller.asked()).isEmpty();
    }

    private void confirmStop(String reason) {
        guard.request(CollectorAction.STOP, List.of("one"));
        var open = guard.questionProperty().get().orElseThrow();
        open.reasonProperty().set(reason);
        ticker.advance(ConfirmViewModel.DEAD);
        open.confirm();
    }

    private static CollectorView healthy(String id) {
        return SampleFleet.healthy(id, "process-monitor", "web-01", "process");
    }
}
