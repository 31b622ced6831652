package daemoneye.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys that are put together from a state: no state may be without its word.
class StateWordsTest {
    @ParameterizedTest
    @EnumSource(ProcessState.class)
    void everyStateOfAProcessHasAWord(ProcessState state) {
        assertThat(Messages.text("process." + state.wireName())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Liveness.class)
    void everyLivenessHasAWord(Liveness liveness) {
        assertThat(Messages.text("liveness." + liveness.wireName())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(HealthStatus.class)
    void everyHealthHasAWord(HealthStatus health) {
        assertThat(Messages.text("health." + health.wireName())).isNotBlank();
    }
}
