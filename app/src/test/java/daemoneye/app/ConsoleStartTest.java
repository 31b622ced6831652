package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ConsoleStartTest {
    @Test
    void onlyAConsoleWithoutAnyOptionsIsPlain() {
        assertThat(ConsoleStart.isPlain(List.of("console"), Map.of("HOME", "/root"))).isTrue();
        assertThat(ConsoleStart.isPlain(List.of("console", "--help"), Map.of())).isFalse();
        assertThat(ConsoleStart.isPlain(List.of("fleet"), Map.of())).isFalse();
        assertThat(ConsoleStart.isPlain(List.of(), Map.of())).isFalse();
    }

    @Test
    void theEnvironmentCanHaveOptionsToo() {
        var words = List.of("console");
        assertThat(ConsoleStart.isPlain(words, Map.of("DAEMONEYE_CONNECT", "tcp:[::1]:1")))
                .isFalse();
        assertThat(ConsoleStart.isPlain(words, Map.of("DAEMONEYE_TOKEN_FILE", "t"))).isFalse();
    }
}
