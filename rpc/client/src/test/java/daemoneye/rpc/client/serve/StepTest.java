package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.util.Map;

class StepTest {
    @Test
    void whatIsPassedOnIsWhatWasHeard() {
        var step =
                Step.of("flush_events: done (12 ms)")
                        .with("phase", ConfigValue.of("cleanup"))
                        .with("duration_ms", ConfigValue.of(12L));

        assertThat(Step.heard(step.values())).isEqualTo(step);
        assertThat(step.values()).containsEntry("step", ConfigValue.of(step.text()));
    }

    @Test
    void factsCannotTakeThePlaceOfTheWords() {
        var step = Step.of("words").with(Step.TEXT, ConfigValue.of("other words"));

        assertThat(step.values()).isEqualTo(Map.of("step", ConfigValue.of("words")));
    }

    @Test
    void whoeverSaidNothingIsHeardWithoutWords() {
        assertThat(Step.heard(Map.of("phase", ConfigValue.of("cleanup"))).text()).isEmpty();
    }
}
