package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.PAUSED;
import static daemoneye.rpc.protocol.state.ProcessState.QUARANTINED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.stop.StopLadder;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SupervisedCollectorTest extends CollectorScene {
    @Test
    void aStartIsDoneOnlyAfterRegistrationAndFirstBeat() {
        var start = start();
        assertThat(collector.info().state()).isEqualTo(STARTING);
        collector.beat(Fleet.beat(new Incarnation(1), 1, false));
        assertThat(start).isNotDone();
        var _ = collector.register(Fleet.registration(new Incarnation(1)));
        assertThat(start).isCompletedWithValue(Answer.done());
        assertThat(fleet.states()).containsExactly(STARTING, RUNNING);
        assertThat(steps)
                .containsExactly(
                        "process 1000 runs; waiting for its registration",
                        "registered; waiting for the first heartbeat");
    }

    @Test
    void aBeatOfAnotherLifeProvesNothing() {
        var start = start();
        var _ = collector.register(Fleet.registration(new Incarnation(1)));
        collector.beat(Fleet.beat(new Incarnation(99), 1, false));
        assertThat(start).isNotDone();
        assertThat(collector.info().state()).isEqualTo(STARTING);
    }

    @Test
    void aProcessThatEndsAtStartIsTheReasonOfTheFailure() {
        var start = start();
        fleet.launcher.last().ends(2, "first", "no such type: process-monitr");
        var error = failure(start);
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.EXECUTED);
        assertThat(error.message())
                .isEqualTo("procmond did not start: exit code 2: no such type: process-monitr");
        assertThat(error.context())
                .containsEntry("exit_code", ConfigValue.of(2L))
                .containsEntry(
                        "last_output",
                        ConfigValue.texts(List.of("first", "no such type: process-monitr")));
        assertThat(fleet.states()).containsExactly(STARTING, FAILED);
    }

    @Test
    void aPersonsStartThatFailsIsNotRepeated() {
        var _ = start();
        fleet.launcher.last().ends(1);
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(fleet.launcher.count()).isEqualTo(1);
        assertThat(collector.info().state()).isEqualTo(FAILED);
    }

    @Test
    void aStartWithoutAProcessHadNoEffect() {
        fleet.launcher.failWith("Java is missing at /nowhere: repair the installation");
        var error = failure(start());
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.message()).contains("Java is missing at /nowhere");
        assertThat(collector.info().state()).isEqualTo(FAILED);
    }

    @Test
    void aStartThatTakesTooLongIsKilledAndSaysWhatWasMissing() {
        var start = start();
        var _ = collector.register(Fleet.registration(new Incarnation(1)));
        fleet.ticker.advance(Duration.ofMillis(29_999));
        assertThat(start).isNotDone();
        fleet.ticker.advance(Duration.ofMillis(1));
        assertThat(failure(start).message())
                .isEqualTo("procmond did not start: no heartbeat within 30 s");
        assertThat(fleet.launcher.last().killed()).isEqualTo(1);
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aCrashIsToldAtOnceAndTheCollectorIsStartedAgainAfterTheBackOff() {
        running();
        fleet.launcher.last().endsBy("SIGKILL");
        assertThat(collector.info().state()).isEqualTo(FAILED);
        assertThat(collector.info().stateReason())
                .contains("ended by SIGKILL; it is started again in 1 s");
        assertThat(collector.info().lastExit().flatMap(LastExit::signal)).contains("SIGKILL");
        assertThat(collector.info().pid()).isEmpty();
        fleet.ticker.advance(Duration.ofMillis(999));
        assertThat(fleet.launcher.count()).isEqualTo(1);
        fleet.ticker.advance(Duration.ofMillis(1));
        assertThat(collector.info().state()).isEqualTo(STARTING);
        fleet.becomesReady(collector);
        assertThat(collector.info().restarts()).isEqualTo(1);
        assertThat(collector.info().incarnation()).contains(new Incarnation(2));
    }

    @Test
    void aCrashAfterThreeRestartsInAMinuteLeadsToQuarantineUntilAPersonStartsIt() {
        running();
        for (int crash = 1; crash <= 4; crash++) {
            fleet.launcher.last().ends(1);
            fleet.ticker.advance(Duration.ofSeconds(5));
        }
        assertThat(collector.info().state()).isEqualTo(QUARANTINED);
        assertThat(collector.info().stateReason().orElseThrow())
                .startsWith("3 restarts within 60 s did not help, the last time: it did not start");
        fleet.ticker.advance(Duration.ofHours(1));
        assertThat(fleet.launcher.count()).isEqualTo(4);
        assertThat(fleet.states()).endsWith(FAILED, QUARANTINED);
        var _ = start();
        fleet.becomesReady(collector);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(collector.info().restarts()).isZero();
    }

    @Test
    void aCleanExitIsNoCrash() {
        running();
        fleet.launcher.last().ends(0);
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(collector.info().state()).isEqualTo(STOPPED);
        assertThat(fleet.launcher.count()).isEqualTo(1);
    }

    @Test
    void aGoodByeIsNoCrashEither() {
        running();
        collector.goodBye(new Incarnation(1), Optional.of("SIGTERM"));
        fleet.launcher.last().ends(0);
        assertThat(fleet.states()).containsExactly(STARTING, RUNNING, STOPPING, STOPPED);
        assertThat(collector.info().stateReason()).contains("SIGTERM");
    }

    @Test
    void beatsSayWhetherItIsPaused() {
        running();
        collector.beat(Fleet.beat(new Incarnation(1), 2, true));
        assertThat(collector.info().state()).isEqualTo(PAUSED);
        collector.beat(Fleet.beat(new Incarnation(1), 3, false));
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(collector.info().configVersion()).isEqualTo(7);
        assertThat(collector.info().eventTypes()).containsExactly("process");
    }

    @Test
    void aStopIsOverWhenTheProcessIsGone() {
        running();
        var stop = collector.stop(gentle(), AGREES, told::add);
        assertThat(collector.info().state()).isEqualTo(STOPPING);
        assertThat(stop).isNotDone();
        fleet.launcher.last().ends(0);
        assertThat(stop.join()).isInstanceOf(Answer.Success.class);
        assertThat(fleet.states()).containsExactly(STARTING, RUNNING, STOPPING, STOPPED);
        assertThat(fleet.launcher.last().terminated()).isZero();
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void stoppingAFailedCollectorTakesBackItsRestart() {
        running();
        fleet.launcher.last().ends(1);
        assertThat(collector.stop(gentle(), AGREES, told::add)).isCompletedWithValue(Answer.done());
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(collector.info().state()).isEqualTo(STOPPED);
        assertThat(fleet.launcher.count()).isEqualTo(1);
    }

    @Test
    void aStopDuringAStartEndsBoth() {
        var start = start();
        var stop = collector.stop(gentle(), AGREES, told::add);
        assertThat(failure(start).code()).isEqualTo(ErrorCode.CANCELLED.name());
        fleet.launcher.last().ends(0);
        assertThat(stop.join()).isInstanceOf(Answer.Success.class);
        assertThat(fleet.states()).containsExactly(STARTING, STOPPING, STOPPED);
    }

    @Test
    void anUnforcedShutdownThatIsIgnoredLeavesItRunning() {
        running();
        var order =
                new StopOrder(
                        ShutdownType.GRACEFUL,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        false,
                        "test",
                        Optional.empty());
        var stop = collector.stop(order, AGREES, told::add);
        fleet.ticker.advance(Duration.ofSeconds(60));
        assertThat(failure(stop).code()).isEqualTo(ErrorCode.COLLECTOR_STOP_FAILED.name());
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(fleet.launcher.last().terminated()).isZero();
    }

    @Test
    void aForcedShutdownOvertakesAStopInProgress() {
        running();
        var stop = collector.stop(gentle(), AGREES, told::add);
        var force = collector.kill("test", Optional.empty());
        assertThat(fleet.launcher.last().killed()).isEqualTo(1);
        assertThat(stop.join()).isInstanceOf(Answer.Success.class);
        assertThat(force.join()).isInstanceOf(Answer.Success.class);
        assertThat(collector.info().state()).isEqualTo(STOPPED);
    }

    @Test
    void aFenceKeepsEveryOperationFromTheSuccessor() {
        running();
        var old = Optional.of(new Incarnation(0));
        var kill = collector.kill("test", old);
        var stop =
                collector.stop(
                        StopOrder.gentle(Duration.ofSeconds(1), "test", old), AGREES, told::add);
        assertThat(failure(kill).code()).isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(failure(stop).code()).isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(fleet.launcher.last().killed()).isZero();
        assertThat(collector.info().state()).isEqualTo(RUNNING);
    }

    @Test
    void aProcessThatTheSystemHoldsIsAZombieUntilItIsGone() {
        running();
        fleet.launcher.last().survivesEverything();
        var kill = collector.kill("test", Optional.empty());
        fleet.ticker.advance(StopLadder.AFTER_KILL);
        assertThat(failure(kill).message()).contains("is a zombie: killed, but the system still");
        assertThat(collector.info().state()).isEqualTo(STOPPING);
        assertThat(collector.info().stateReason().orElseThrow())
                .startsWith("zombie: it was killed, but the system still holds process 1000");
        fleet.launcher.last().ends(0);
        assertThat(collector.info().state()).isEqualTo(STOPPED);
        assertThat(collector.info().stateReason())
                .contains("its process, a zombie for a while, is gone at last");
        var _ = start();
        assertThat(collector.info().state()).isEqualTo(STARTING);
    }

    @Test
    void anExitOfAnEarlierLifeIsNotTakenForThePresentOne() {
        running();
        var first = fleet.launcher.last();
        collector.kill("test", Optional.empty()).join();
        running();
        first.ends(1);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
    }

    @Test
    void aRetiredCollectorIsNeverStartedAgain() {
        running();
        fleet.launcher.last().diesOfTerminate();
        assertThat(collector.retire(Duration.ofSeconds(4), "the end").join())
                .isInstanceOf(Answer.Success.class);
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(fleet.launcher.count()).isEqualTo(1);
        assertThat(collector.info().state()).isEqualTo(STOPPED);
    }

    @Test
    void oneThatWaitsForItsRestartIsNotStartedAfterRetirement() {
        running();
        fleet.launcher.last().ends(1);
        collector.retire(Duration.ofSeconds(4), "the end").join();
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(fleet.launcher.count()).isEqualTo(1);
    }

    @Test
    void aRestartKeepsTheEnvironmentOfTheStartBefore() {
        var first =
                new StartOrder(
                        Map.of("DAEMONEYE_X", "1"),
                        Optional.empty(),
                        StartOrder.TIMEOUT,
                        Optional.empty(),
                        false);
        var _ = collector.start(first, steps::add);
        fleet.becomesReady(collector);
        collector.kill("test", Optional.empty()).join();
        var again =
                new StartOrder(
                        Map.of(), Optional.empty(), StartOrder.TIMEOUT, Optional.empty(), true);
        var _ = collector.start(again, steps::add);
        assertThat(fleet.launcher.last().order().environment()).containsEntry("DAEMONEYE_X", "1");
    }

    @Test
    void everyStartTakesTheSettingsThatHoldThen() {
        fleet.settings.put("scan_interval_ms", ConfigValue.of(500));
        running();
        assertThat(fleet.launcher.last().order().config()).isEqualTo(fleet.settings);
        fleet.settings.put("scan_interval_ms", ConfigValue.of(700));
        fleet.launcher.last().ends(1);
        fleet.ticker.advance(Duration.ofSeconds(1));
        assertThat(fleet.launcher.count()).isEqualTo(2);
        assertThat(fleet.launcher.last().order().config()).isEqualTo(fleet.settings);
    }
}
