package daemoneye.rpc.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;

class OutputTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59949, 59.9 s",
        "60000, 1 min 0 s",
        "125000, 2 min 5 s",
        "11040000, 3 h 4 min",
        "183600000, 2 d 3 h"
    })
    void aTimeIsToldInItsTwoLargestUnits(long millis, String text) {
        assertThat(Units.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellWhateverItsColour() {
        var table =
                new TextTable("NAME", ">N", "NOTE")
                        .row(new Cell("a", Style.GOOD), Cell.of("1"), Cell.of("x"))
                        .row(new Cell("long", Style.BAD), Cell.of("100"), Cell.of(""));

        assertThat(table.lines(Paint.NONE))
                .containsExactly("NAME    N  NOTE", "a       1  x", "long  100");
        assertThat(table.lines(new Paint(true)).get(1))
                .isEqualTo("\u001b[32ma\u001b[0m       1  x");
    }

    @Test
    void coloursAreOffWithNoColorAndOnADumbTerminal() {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(Terminal.of(Map.of("TERM", "dumb")).colours()).isFalse();
        assertThat(Terminal.of(Map.of("NO_COLOR", "")).colours()).isTrue();
    }
}
