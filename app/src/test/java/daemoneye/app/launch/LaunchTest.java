package daemoneye.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daemoneye.app.launch.display.Display;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class LaunchTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "1440", "1440x", "ax900", "1x1", "1440x900x2", "-5x900"})
    void aSizeThatIsNoneIsRefusedWithTheRightForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowSize.parse(text))
                .withMessageContaining("WIDTHxHEIGHT");
    }

    @Test
    void aSizeIsWidthByHeight() {
        assertThat(WindowSize.parse("1920x1080")).isEqualTo(new WindowSize(1920, 1080));
    }

    @Test
    void linuxWithoutADisplayVariableHasNoDisplay() {
        assertThat(Display.present(Map.of(), "Linux")).isFalse();
        assertThat(Display.present(Map.of("DISPLAY", ""), "Linux")).isFalse();
        assertThat(Display.present(Map.of("DISPLAY", ":1"), "Linux")).isTrue();
        assertThat(Display.present(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isTrue();
        assertThat(Display.present(Map.of(), "Windows 11")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 3, true",
        "RUNNING, 50, false",
        "STARTING, 1, false",
        "UNREGISTERED, 1, false",
        "FAILED, 1, true"
    })
    void dataIsLiveOnceEverybodyWhoShouldRunHasBeaten(ProcessState state, int beats, boolean live) {
        var view = SampleFleet.collector("a", state, Liveness.LIVE, HealthStatus.HEALTHY);

        assertThat(LiveData.isLive(SampleFleet.connected(true, List.of(view)), beats))
                .isEqualTo(live);
    }

    @Test
    void aFleetNobodyListedIsNotLive() {
        assertThat(LiveData.isLive(SampleFleet.connected(false, List.of()), 0)).isFalse();
        assertThat(LiveData.isLive(SampleFleet.connected(true, List.of()), 0)).isFalse();
        assertThat(LiveData.missing(SampleFleet.connected(false, List.of())))
                .isEqualTo("no agent answered on this broker.");
        assertThat(LiveData.missing(SampleFleet.cutOff(List.of())))
                .isEqualTo("nobody listens at unix:/run/broker.sock");
    }
}
