package daemoneye.app.breakers;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.ScriptedResilience;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.protocol.id.CollectorId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class BreakersViewModelTest {
    private static final BreakerKey KEY =
            new BreakerKey(new CollectorId("procmond"), CallClass.LIFECYCLE);

    private final ScriptedResilience resilience = new ScriptedResilience();
    private final BreakersViewModel model = new BreakersViewModel(Runnable::run);

    @Test
    void anOpenBreakerSaysWhyAndWhenItTriesAgain() {
        model.follow(resilience);
        assertThat(model.summaryProperty().get()).isEqualTo("circuits: all closed");

        breaker(BreakerStanding.OPEN, Duration.ofMillis(57_400));
        assertThat(model.summaryProperty().get()).isEqualTo("1 circuit open");
        assertThat(model.open().getFirst().title()).isEqualTo("procmond · lifecycle");
        assertThat(model.open().getFirst().text())
                .isEqualTo("circuit open, next probe in 58 s: no answer in 30 s");

        breaker(BreakerStanding.OPEN, Duration.ZERO);
        assertThat(model.open().getFirst().text()).contains("the next call is the probe");
        breaker(BreakerStanding.HALF_OPEN, Duration.ZERO);
        assertThat(model.open().getFirst().text()).contains("half-open");
        breaker(BreakerStanding.CLOSED, Duration.ZERO);
        assertThat(model.open()).isEmpty();
    }

    @Test
    void aListThatReadsTheSameIsNotMadeAnew() {
        model.follow(resilience);
        breaker(BreakerStanding.OPEN, Duration.ofMillis(57_900));
        var before = model.open().getFirst();
        breaker(BreakerStanding.OPEN, Duration.ofMillis(57_100));
        assertThat(model.open().getFirst()).isSameAs(before);
    }

    @Test
    void resetClosesItByHand() {
        model.follow(resilience);
        breaker(BreakerStanding.OPEN, Duration.ofSeconds(50));
        model.open().getFirst().reset().run();

        assertThat(resilience.resets()).containsExactly(KEY);
        assertThat(model.open()).isEmpty();
    }

    private void breaker(BreakerStanding standing, Duration next) {
        resilience.show(new BreakerView(KEY, standing, 5, Optional.of(next), "no answer in 30 s"));
        model.tick();
    }
}
