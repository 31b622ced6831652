package daemoneye.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class GuardTest {
    /// Two process monitors on two hosts, one network monitor, one that is paused, one stopped.
    private static final FleetSnapshot FLEET =
            SampleFleet.connected(
                    true,
                    List.of(
                            SampleFleet.healthy("proc-1", "process-monitor", "web-01", "process"),
                            SampleFleet.healthy("proc-2", "process-monitor", "web-02", "process"),
                            SampleFleet.healthy("net-1", "network-monitor", "web-01", "network"),
                            SampleFleet.as(
                                    state("net-paused", ProcessState.PAUSED),
                                    "network-monitor",
                                    "web-02",
                                    "network"),
                            state("stopped", ProcessState.STOPPED)));

    /// The table of the design: what is asked for what, on whom, through which connection.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HEALTH_CHECK    | proc-1        | OPEN      | AtOnce
                    HEALTH_CHECK    | proc-1 proc-2 | OPEN      | AtOnce
                    HEALTH_CHECK    | proc-1        | READ_ONLY | AtOnce
                    START           | stopped       | OPEN      | WithUndo
                    START           | stopped       | READ_ONLY | Refused
                    PAUSE           | proc-1        | OPEN      | WithUndo
                    PAUSE           | proc-1 proc-2 | OPEN      | WithUndo
                    RESUME          | net-paused    | OPEN      | WithUndo
                    PAUSE           | proc-1        | PROTECTED | WithUndo
                    STOP            | proc-1        | OPEN      | Confirm
                    RESTART         | proc-1        | OPEN      | Confirm
                    SHUT_DOWN       | proc-1        | OPEN      | Confirm
                    STOP            | proc-1        | PROTECTED | Count
                    STOP            | proc-1        | READ_ONLY | Refused
                    STOP            | net-1         | OPEN      | Count
                    RESTART         | net-1         | OPEN      | Count
                    SHUT_DOWN       | net-1         | OPEN      | Count
                    STOP            | net-paused    | OPEN      | Confirm
                    STOP            | proc-1 net-1  | OPEN      | Count
                    RESTART         | proc-1 proc-2 | OPEN      | Count
                    SHUT_DOWN       | proc-1 proc-2 | OPEN      | Hold
                    SHUT_DOWN       | proc-1 proc-2 | PROTECTED | Hold
                    FORCE_SHUT_DOWN | proc-1        | OPEN      | Hold
                    FORCE_SHUT_DOWN | proc-1 proc-2 | OPEN      | Hold
                    STOP            | stopped       | OPEN      | Refused
                    STOP            | no-such       | OPEN      | Refused
                    STOP            | proc-1 stopped| OPEN      | Confirm
                    """)
    void eachActionHasItsGuard(
            CollectorAction action, String targets, Protection protection, String kind) {
        var ask = Guard.decide(intent(action, targets.split(" ")), FLEET, protection);

        assertThat(ask.getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(CollectorAction.class)
    void withoutALinkNothingIsSentAndNothingWaits(CollectorAction action) {
        var lost = SampleFleet.cutOff(FLEET.collectors());

        assertThat(Guard.decide(intent(action, "proc-1"), lost, Protection.OPEN))
                .isEqualTo(
                        new Ask.Refused(
                                "Not sent: there is no link to the broker. Nothing waits to be sent"
                                        + " later; try again when the link is back."));
    }

    @Test
    void aQuestionSaysWhatIsLost() {
        var ask = question(CollectorAction.STOP, "net-1");

        assertThat(ask.stakes().impact())
                .containsExactly(
                        "No network events from web-01 after this.",
                        "It is the last working network-monitor in the fleet.");
        assertThat(ask.phrase()).contains("1");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaid() {
        var ask = question(CollectorAction.STOP, "proc-1", "net-1", "stopped");

        assertThat(ask.stakes().intent().targets()).containsExactly("proc-1", "net-1");
        assertThat(ask.stakes().impact()).last().asString().startsWith("1 of the chosen is left");
        assertThat(ask.phrase()).contains("2");
    }

    @Test
    void aDangerousOneIsTypedReasonedAndHeld() {
        var one = question(CollectorAction.FORCE_SHUT_DOWN, "proc-1");
        assertThat(one.phrase()).contains("proc-1");
        assertThat(one.needsReason()).isTrue();
        assertThat(one.held()).isTrue();

        var several = question(CollectorAction.SHUT_DOWN, "proc-1", "proc-2");
        assertThat(several.phrase()).contains("2 collectors");
    }

    @Test
    void aRefusalNamesTheStateAndTheVerb() {
        assertThat(decide(CollectorAction.STOP, "stopped"))
                .isEqualTo(
                        new Ask.Refused(
                                "stopped is Stopped: “Stop” makes no sense now. Nothing was"
                                        + " sent."));
        assertThat(decide(CollectorAction.STOP, "no-such"))
                .isEqualTo(
                        new Ask.Refused(
                                "no-such is no longer known to the fleet. Nothing was sent."));
    }

    @Test
    void thoseWhoseWorkOthersDoTooComeFirst() {
        var order = new Coverage(FLEET, List.of("net-1", "proc-1")).inOrder();

        assertThat(order).containsExactly("proc-1", "net-1");
    }

    private static Ask.Question question(CollectorAction action, String... targets) {
        return (Ask.Question) decide(action, targets);
    }

    private static Ask decide(CollectorAction action, String... targets) {
        return Guard.decide(intent(action, targets), FLEET, Protection.OPEN);
    }

    private static Intent intent(CollectorAction action, String... targets) {
        return new Intent(action, List.of(targets));
    }

    private static CollectorView state(String id, ProcessState state) {
        return SampleFleet.collector(
                id,
                state,
                state.hasProcess() ? Liveness.LIVE : Liveness.DOWN,
                HealthStatus.HEALTHY);
    }
}
