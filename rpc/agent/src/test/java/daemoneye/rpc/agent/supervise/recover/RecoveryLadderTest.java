package daemoneye.rpc.agent.supervise.recover;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.stop.StopLadder;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.Incarnation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A collector that fell silent, and time moved by hand.
class RecoveryLadderTest {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Fleet fleet = new Fleet();
    private SupervisedCollector collector = fleet.procmond();

    @Test
    void aHungCollectorIsProbedAskedTerminatedKilledAndRestartedAndEachStepIsTold() {
        silent();
        advance(1999);
        assertThat(fleet.rescue.asked).isEmpty();
        advance(1);
        assertThat(fleet.rescue.asked).containsExactly("probe", "graceful 1");
        assertThat(collector.info().state()).isEqualTo(STOPPING);
        var process = fleet.launcher.last();
        advance(2999);
        assertThat(process.terminated()).isZero();
        advance(1);
        assertThat(process.terminated()).isEqualTo(1);
        advance(2000);
        assertThat(process.killed()).isEqualTo(1);
        assertThat(collector.info().state()).isEqualTo(FAILED);
        assertThat(reason())
                .isEqualTo(
                        "it did not respond for 10.0 s and was ended (ended by SIGKILL); it is"
                                + " started again in 1 s");
        advance(1000);
        fleet.becomesReady(collector);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(collector.info().restarts()).isEqualTo(1);
        assertThat(steps())
                .containsSubsequence(
                        "it does not respond: no heartbeat for 3.0 s, two health checks failed;"
                                + " recovery begins in 2.0 s",
                        "recovery, probe: asked for its health (silent for 5.0 s)",
                        "recovery, asked it to clean up and end (silent for 5.0 s)",
                        "recovery, terminating it (silent for 8.0 s)",
                        "recovery, killing it (silent for 10.0 s)");
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void beatsWithinTheGraceEndIt() {
        silent();
        advance(1999);
        collector.audible();
        advance(60_000);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(collector.info().stateReason()).isEmpty();
        assertThat(fleet.rescue.asked).isEmpty();
    }

    @Test
    void oneThatAnswersButDoesNotBeatIsAskedAgainAndNotTouched() {
        fleet.rescue.health = CompletableFuture.completedFuture(true);
        silent();
        advance(8000);
        assertThat(fleet.rescue.asked).containsExactly("probe", "probe", "probe", "probe");
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(reason()).contains("it answers; waiting for its heartbeats");
    }

    @Test
    void aProbeThatEndsAfterItsReturnChangesNothing() {
        var late = new CompletableFuture<Boolean>();
        fleet.rescue.health = late;
        silent();
        advance(2000);
        collector.audible();
        late.complete(false);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
    }

    @Test
    void oneThatEndsCleanlyWhenAskedIsStartedAgainAllTheSame() {
        silent();
        advance(2000);
        fleet.rescue.end.complete(Answer.done());
        fleet.launcher.last().ends(0);
        assertThat(collector.info().state()).isEqualTo(FAILED);
        advance(1000);
        assertThat(collector.info().state()).isEqualTo(STARTING);
        assertThat(fleet.launcher.count()).isEqualTo(2);
    }

    @Test
    void oneThatCannotBeAskedIsTerminatedAtOnce() {
        fleet.rescue.end.complete(
                Answer.failed(RpcError.notExecuted(ErrorCode.NO_RESPONDER, "nobody answers")));
        silent();
        advance(2000);
        assertThat(fleet.launcher.last().terminated()).isEqualTo(1);
    }

    @Test
    void aPersonWhoForcesItsEndHasTheLastWord() {
        silent();
        advance(2000);
        var _ = collector.kill("enough", Optional.empty());
        advance(60_000);
        assertThat(collector.info().state()).isEqualTo(STOPPED);
        assertThat(fleet.launcher.count()).isEqualTo(1);
    }

    @Test
    void aPersonWhoStopsItDuringTheGraceHasTheLastWord() {
        silent();
        var _ =
                collector.stop(
                        StopOrder.gentle(Duration.ofSeconds(10), "test", Optional.empty()),
                        (incarnation, order) -> new CompletableFuture<>(),
                        step -> {});
        advance(2000);
        assertThat(fleet.rescue.asked).isEmpty();
    }

    @Test
    void oneThatTheSystemHoldsIsAZombieUntilItIsGoneAndThenStartedAgain() {
        silent();
        var process = fleet.launcher.last();
        process.survivesEverything();
        advance(7000 + StopLadder.AFTER_KILL.toMillis());
        assertThat(collector.info().state()).isEqualTo(STOPPING);
        assertThat(reason()).startsWith("zombie: it was killed");
        process.ends(0);
        assertThat(collector.info().state()).isEqualTo(FAILED);
        advance(1000);
        assertThat(fleet.launcher.count()).isEqualTo(2);
    }

    @Test
    void withRecoverySwitchedOffItIsOnlyTold() {
        collector = fleet.collector(Fleet.SPEC, false);
        silent();
        advance(600_000);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(reason()).endsWith("nothing is done by itself, recovery is off: restart it");
        fleet.launcher.last().endsBy("SIGSEGV");
        advance(600_000);
        assertThat(collector.info().state()).isEqualTo(FAILED);
        assertThat(fleet.launcher.count()).isEqualTo(1);
    }

    @Test
    void oneThatWasStartedByHandIsNeverTouched() {
        collector = fleet.procmond();
        var process = fleet.foreignProcess(4711);
        var life = new Incarnation(50);
        var _ = collector.register(Fleet.registration(life, 4711, Optional.empty(), Fleet.HOST));
        collector.beat(Fleet.beat(life, 1, false));
        collector.silent(SILENCE, INTERVAL);
        advance(600_000);
        assertThat(reason()).endsWith("it was started by hand: look after it");
        assertThat(process.terminated() + process.killed()).isZero();
    }

    @Test
    void aQuarantineThatAPersonTakesBackIsAStop() {
        running();
        for (int crash = 0; crash < 4; crash++) {
            fleet.launcher.last().ends(1);
            advance(5000);
        }
        var stop =
                collector.stop(
                        StopOrder.gentle(Duration.ofSeconds(10), "reset", Optional.empty()),
                        (incarnation, order) -> new CompletableFuture<>(),
                        step -> {});
        assertThat(stop).isCompletedWithValue(Answer.done());
        assertThat(collector.info().state()).isEqualTo(STOPPED);
    }

    private void silent() {
        if (fleet.launcher.count() == 0) {
            running();
        }
        collector.silent(SILENCE, INTERVAL);
    }

    private void running() {
        var _ = collector.start(StartOrder.plain(), step -> {});
        fleet.becomesReady(collector);
    }

    private void advance(long millis) {
        fleet.ticker.advance(Duration.ofMillis(millis));
    }

    private String reason() {
        return collector.info().stateReason().orElseThrow();
    }

    private List<String> steps() {
        return fleet.changes.stream()
                .flatMap(change -> change.info().stateReason().stream())
                .toList();
    }
}
