package daemoneye.rpc.collector.procmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.machine.KernelUnits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatLineTest {
    private static final String REST =
            " S 1 2 3 0 -1 4 5 6 7 8 150 50 11 12 20 0 9 0 777 8192 100 18446744073709551615 1 1";

    private final StatLine line = new StatLine(new KernelUnits(4_096, 100));

    @Test
    void readsAnOrdinaryLine() {
        assertThat(line.parse("42 (cat)" + REST.replace("18446744073709551615", "1")))
                .contains(new ProcessSample(42, 1, 777, "cat", 9, 2_000_000_000L, 409_600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", ") S 9 9 (", "((", "x) R 1"})
    void aNameMayHoldSpacesAndBrackets(String name) {
        assertThat(line.parse("42 (" + name + ")" + REST).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "42 (cat", "42 (cat) S 1 2", "x (cat) S", ") 42 ("})
    void whatIsNoSuchLineIsRefused(String text) {
        assertThat(line.parse(text)).isEmpty();
    }

    @Test
    void aLineWithLettersForNumbersIsRefused() {
        assertThat(line.parse("42 (cat)" + REST.replace("777", "soon"))).isEmpty();
    }
}
