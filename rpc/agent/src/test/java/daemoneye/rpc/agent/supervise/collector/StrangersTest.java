package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.UNREGISTERED;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// Processes that the agent did not start: those of a person, and second ones under the same id.
class StrangersTest extends CollectorScene {
    @Test
    void aCollectorStartedByHandIsLookedAfterButNeverRestarted() {
        var process = fleet.foreignProcess(4711);
        var registered =
                collector.register(
                        Fleet.registration(
                                new Incarnation(50), 4711, Optional.empty(), Fleet.HOST));
        assertThat(registered).isCompletedWithValue(Answer.done());
        collector.beat(Fleet.beat(new Incarnation(50), 1, false));
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        assertThat(collector.info().pid()).hasValue(4711);
        process.ends(1);
        fleet.ticker.advance(Duration.ofMinutes(5));
        assertThat(collector.info().state()).isEqualTo(FAILED);
        assertThat(fleet.launcher.count()).isZero();
        var _ = start();
        assertThat(collector.info().incarnation()).contains(new Incarnation(51));
    }

    @Test
    void aSecondProcessOfTheSameNameIsRefusedByNamingTheFirstAndThatIsAConflict() {
        running();
        fleet.foreignProcess(4711);
        var second =
                collector.register(
                        Fleet.registration(
                                new Incarnation(50), 4711, Optional.empty(), Fleet.HOST));
        var error = failure(second);
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_ALREADY_RUNNING.name());
        assertThat(error.message())
                .isEqualTo(
                        "procmond is held by process 1000 on testhost (incarnation 1, agent"
                                + " agent-test): end one of the two");
        assertThat(error.context())
                .containsEntry("holder_pid", ConfigValue.of(1000L))
                .containsEntry("holder_incarnation", ConfigValue.of(1L))
                .containsEntry("agent_id", ConfigValue.of("agent-test"));
        assertThat(collector.info().incarnation()).contains(new Incarnation(1));
        assertThat(collector.info().stateReason())
                .contains(
                        "conflict: incarnation 50 (process 4711 on testhost) uses this id, too,"
                                + " beside 1 (process 1000): end one");
        fleet.ticker.advance(Duration.ofSeconds(15));
        assertThat(collector.info().stateReason()).isEmpty();
    }

    @Test
    void twoBeatsOfAnotherLifeAreAConflictUntilThereAreNoMore() {
        running();
        collector.beat(Fleet.beat(new Incarnation(50), 1, false));
        assertThat(collector.info().stateReason()).isEmpty();
        for (int second = 0; second < 5; second++) {
            fleet.ticker.advance(Duration.ofSeconds(1));
            collector.beat(Fleet.beat(new Incarnation(50), 2 + second, false));
        }
        var conflicts =
                fleet.changes.stream()
                        .filter(
                                each ->
                                        each.info()
                                                .stateReason()
                                                .filter(why -> why.startsWith("conflict"))
                                                .isPresent());
        assertThat(conflicts).hasSize(1);
        assertThat(collector.info().state()).isEqualTo(RUNNING);
        fleet.ticker.advance(Duration.ofSeconds(3));
        assertThat(collector.info().stateReason()).isEmpty();
        assertThat(fleet.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aLastBeatOfTheLifeBeforeIsNoConflict() {
        running();
        collector.kill("test", Optional.empty()).join();
        running();
        collector.beat(Fleet.beat(new Incarnation(1), 99, false));
        assertThat(collector.info().stateReason()).isEmpty();
    }

    @Test
    void aConflictAndASilenceAreBothTold() {
        running();
        collector.beat(Fleet.beat(new Incarnation(50), 1, false));
        collector.beat(Fleet.beat(new Incarnation(50), 2, false));
        collector.silent(Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(collector.info().stateReason().orElseThrow())
                .startsWith("conflict: ")
                .contains("; it does not respond: ");
        collector.audible();
        assertThat(collector.info().stateReason().orElseThrow())
                .startsWith("conflict: ")
                .doesNotContain("respond");
    }

    @Test
    void aRegistrationOfAProcessThatDoesNotExistIsRefused() {
        var ghost =
                collector.register(
                        Fleet.registration(
                                new Incarnation(50), 4711, Optional.empty(), Fleet.HOST));
        assertThat(failure(ghost).code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(collector.info().state()).isEqualTo(UNREGISTERED);
    }
}
