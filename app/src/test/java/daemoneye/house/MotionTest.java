package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.house.wrong.RestlessBadge;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class MotionTest {
    @Test
    void oneShareOfThePulseMovesAll() {
        Code.check(Motion.ONE_PULSE_MOVES_ALL, "daemoneye.app");
    }

    @Test
    void whoMovesAsksFirst() {
        Code.check(Motion.WHO_MOVES_ASKS_FIRST, "daemoneye.app");
        Code.check(Motion.THE_POINTER_OF_A_TOUR_ASKS_FIRST, "daemoneye.app");
    }

    @Test
    void whoeverMovesByHimselfIsCaught() {
        assertThat(Code.catches(Motion.ONE_PULSE_MOVES_ALL, RestlessBadge.class)).isTrue();
        assertThat(Code.catches(Motion.WHO_MOVES_ASKS_FIRST, RestlessBadge.class)).isTrue();
    }

    @Test
    void noSheetOfStylesMovesAnything() throws IOException {
        var sheets = Path.of(System.getProperty("daemoneye.root"), "resources", "css");
        try (var all = Files.list(sheets)) {
            for (var sheet : all.toList()) {
                assertThat(Files.readString(sheet))
                        .as(sheet.toString())
                        .doesNotContain("transition");
            }
        }
    }
}
