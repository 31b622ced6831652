package daemoneye.rpc.collector.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class LineLoggerTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LineLogger logger =
            new LineLogger(
                    "daemoneye.Thing",
                    Level.WARN,
                    new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void aMessageIsOneLine() {
        logger.warn("{} of {} failed", 1, 2);

        assertThat(text()).isEqualTo("WARN Thing: 1 of 2 failed" + System.lineSeparator());
    }

    @Test
    void whatIsBelowTheLevelIsNotTold() {
        logger.info("quiet");

        assertThat(text()).isEmpty();
    }

    @Test
    void aHostileNameCannotForgeALine() {
        logger.warn("file {}", "a\nERROR Thing: forged\u001b[31m");

        assertThat(text().lines()).hasSize(1);
        assertThat(text()).doesNotContain("\u001b");
    }

    @Test
    void theLevelIsChosenByNameAndWarnOtherwise() {
        assertThat(StderrLogging.level("DEBUG")).isEqualTo(Level.DEBUG);
        assertThat(StderrLogging.level("shout")).isEqualTo(Level.WARN);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
