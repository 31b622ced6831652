package daemoneye.rpc.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class IncarnationFileTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path folder;
    private final FakeTicker ticker = new FakeTicker();
    private Path file;

    @BeforeEach
    void setTheClock() {
        file = folder.resolve("incarnations.json");
        ticker.setWallClock(NOW);
    }

    @Test
    void theFirstIsTheTime() throws Exception {
        assertThat(open().next(PROCMOND)).isEqualTo(new Incarnation(NOW.toEpochMilli()));
    }

    @Test
    void twoInOneMillisecondStillGrow() throws Exception {
        var source = open();
        var first = source.next(PROCMOND);
        assertThat(source.next(PROCMOND)).isGreaterThan(first);
    }

    @Test
    void theyGrowOverARestartAlsoWhenTheClockWasSetBackByTenYears() throws Exception {
        var before = open().next(PROCMOND);
        ticker.setWallClock(NOW.minus(Duration.ofDays(3650)));
        assertThat(open().next(PROCMOND)).isEqualTo(new Incarnation(before.value() + 1));
    }

    @Test
    void aLifeThatSomebodyElseNumberedIsSurpassed() throws Exception {
        var source = open();
        long later = NOW.toEpochMilli() + 1_000_000;
        source.seen(PROCMOND, new Incarnation(later));
        assertThat(source.next(PROCMOND)).isEqualTo(new Incarnation(later + 1));
    }

    @Test
    void anAbsurdNumberFromOutsideCannotUseUpAllNumbers() throws Exception {
        var source = open();
        source.seen(PROCMOND, new Incarnation(Long.MAX_VALUE));
        assertThat(source.next(PROCMOND)).isEqualTo(new Incarnation(NOW.toEpochMilli()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"procmond\": \"x\"}",
                "{\"procmond\": 1.5}",
                "{\"procmond\": -1}",
                "{\"procmond\": 9223372036854775807}",
                "{\"procmond\": 99999999999999999999}",
                "{\"Not An Id\": 1}",
                "\u0000\u0001"
            })
    void aCorruptFileIsKeptAsideAndNumbersGoOnFromTheClock(String content) throws Exception {
        Files.writeString(file, content);
        var next = open().next(PROCMOND);
        assertThat(next).isEqualTo(new Incarnation(NOW.toEpochMilli()));
        assertThat(file.resolveSibling("incarnations.json.corrupt-" + NOW.toEpochMilli()))
                .hasContent(content);
        assertThat(open().next(PROCMOND)).isGreaterThan(next);
    }

    @Test
    void aNumberThatCannotBeRememberedIsNotGivenOut() throws Exception {
        var source = open();
        Files.createDirectories(file.resolve("in-the-way"));
        assertThatThrownBy(() -> source.next(PROCMOND))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write " + file);
    }

    private IncarnationFile open() throws IOException {
        return IncarnationFile.open(file, ticker);
    }
}
