package daemoneye.rpc.client.fleet.record;

import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class HealthRollupTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private static ComponentHealth component(String name, HealthStatus status, Duration age) {
        return new ComponentHealth(
                name, status, Optional.of(name + " message"), NOW.minus(age), 30);
    }

    private static HealthVerdict check(HealthStatus status, ComponentHealth... components) {
        return HealthRollup.ofCheck(Fleets.health(PROCMOND, status, components), NOW);
    }

    @Test
    void allWellHasNoReason() {
        assertThat(
                        check(
                                HealthStatus.HEALTHY,
                                component("bus", HealthStatus.HEALTHY, Duration.ZERO)))
                .isEqualTo(new HealthVerdict(HealthStatus.HEALTHY, Optional.empty()));
    }

    @Test
    void theWorstComponentIsTheCulprit() {
        assertThat(
                        check(
                                HealthStatus.UNHEALTHY,
                                component("bus", HealthStatus.DEGRADED, Duration.ZERO),
                                component("disk", HealthStatus.UNHEALTHY, Duration.ZERO),
                                component("scan", HealthStatus.HEALTHY, Duration.ZERO)))
                .isEqualTo(new HealthVerdict(HealthStatus.UNHEALTHY, "disk: disk message"));
    }

    @Test
    void ofTwoEquallyBadTheFirstIsNamed() {
        assertThat(
                        check(
                                HealthStatus.DEGRADED,
                                component("bus", HealthStatus.DEGRADED, Duration.ZERO),
                                component("disk", HealthStatus.DEGRADED, Duration.ZERO)))
                .isEqualTo(new HealthVerdict(HealthStatus.DEGRADED, "bus: bus message"));
    }

    @Test
    void aComponentCheckedTwiceItsIntervalAgoIsStillBelieved() {
        assertThat(
                        check(
                                        HealthStatus.HEALTHY,
                                        component(
                                                "bus",
                                                HealthStatus.HEALTHY,
                                                Duration.ofSeconds(60)))
                                .status())
                .isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void aStaleComponentIsUnknownAndNamed() {
        assertThat(
                        check(
                                HealthStatus.HEALTHY,
                                component("bus", HealthStatus.HEALTHY, Duration.ofSeconds(61))))
                .isEqualTo(
                        new HealthVerdict(
                                HealthStatus.UNKNOWN, "bus: not checked for more than 60 s"));
    }

    @Test
    void aStaleComponentDoesNotHideKnownTrouble() {
        assertThat(
                        check(
                                HealthStatus.DEGRADED,
                                component("bus", HealthStatus.HEALTHY, Duration.ofHours(1)),
                                component("disk", HealthStatus.DEGRADED, Duration.ZERO)))
                .isEqualTo(new HealthVerdict(HealthStatus.DEGRADED, "disk: disk message"));
    }

    @Test
    void aCheckThatIsWorseThanItsComponentsIsBelieved() {
        assertThat(
                        check(
                                HealthStatus.UNHEALTHY,
                                component("bus", HealthStatus.HEALTHY, Duration.ZERO)))
                .isEqualTo(
                        new HealthVerdict(
                                HealthStatus.UNHEALTHY, "its health check says unhealthy"));
    }

    @Test
    void aGoneProcessGivesTheReasonOrElseItsLastExit() {
        var failed = Fleets.info(PROCMOND, ProcessState.FAILED, 1);
        assertThat(HealthRollup.gone(Fleets.because(failed, "no startup in 30 s")).reason())
                .contains("no startup in 30 s");
        var exit = new LastExit(OptionalInt.empty(), Optional.of("SIGKILL"), NOW, List.of());
        assertThat(HealthRollup.gone(Fleets.exited(failed, exit)).reason())
                .contains("ended by SIGKILL");
        assertThat(HealthRollup.gone(failed).reason()).contains("the process is failed");
        assertThat(HealthRollup.gone(failed).status()).isEqualTo(HealthStatus.UNKNOWN);
    }

    @Test
    void checksThatFailTwiceAreNewsThemselves() {
        var news = new HealthNews();
        news.answered(Fleets.healthy(PROCMOND), NOW, 0);
        news.failed("no answer");
        assertThat(news.judge(Optional.of(HealthStatus.HEALTHY)).status())
                .isEqualTo(HealthStatus.HEALTHY);

        news.failed("no answer");
        assertThat(news.judge(Optional.of(HealthStatus.HEALTHY)))
                .isEqualTo(
                        new HealthVerdict(HealthStatus.UNKNOWN, "health checks fail: no answer"));
        assertThat(news.judge(Optional.of(HealthStatus.UNHEALTHY)).status())
                .isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void withoutNewsHealthIsUnknown() {
        assertThat(new HealthNews().judge(Optional.empty()))
                .isEqualTo(new HealthVerdict(HealthStatus.UNKNOWN, "no heartbeat yet"));
    }

    @Test
    void theCheckNamesTheCulpritOfWhatTheBeatSays() {
        var news = new HealthNews();
        var component = component("bus", HealthStatus.DEGRADED, Duration.ZERO);
        news.answered(Fleets.health(PROCMOND, HealthStatus.DEGRADED, component), NOW, 0);

        assertThat(news.judge(Optional.of(HealthStatus.DEGRADED)).reason())
                .contains("bus: bus message");
        assertThat(news.judge(Optional.of(HealthStatus.UNHEALTHY)).reason())
                .contains("its heartbeat says unhealthy");
    }
}
