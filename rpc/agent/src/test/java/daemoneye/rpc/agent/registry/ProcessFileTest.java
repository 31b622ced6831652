package daemoneye.rpc.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class ProcessFileTest {
    @TempDir Path folder;
    private final Fleet fleet = new Fleet();

    @Test
    void whatIsWrittenIsReadAgainAndVanishesWhenTheProcessEnds() throws Exception {
        var collector = fleet.procmond();
        var limits =
                new ResourceLimits(
                        OptionalLong.of(1 << 27), OptionalDouble.of(12.5), OptionalLong.of(256));
        var order =
                new StartOrder(
                        Map.of("TZ", "UTC"),
                        Optional.of(limits),
                        Duration.ofSeconds(30),
                        Optional.empty(),
                        false);
        var _ = collector.start(order, step -> {});
        var written = LeftBehind.of(collector).stream().toList();
        file().write(written);
        assertThat(file().read()).isEqualTo(written);
        assertThat(written.getFirst().limits()).contains(limits);
        assertThat(written.getFirst().environment()).containsEntry("TZ", "UTC");
        fleet.launcher.last().ends(0);
        file().write(LeftBehind.of(collector).stream().toList());
        assertThat(file().read()).isEmpty();
    }

    @Test
    void whatWasLeftStaysInTheFileUntilItIsSettled() throws Exception {
        file().write(List.of(left(1, "mark")));
        var next = file();
        assertThat(next.read()).hasSize(1);
        next.write(List.of());
        assertThat(file().read()).hasSize(1);
        next.settled();
        next.write(List.of());
        assertThat(file().read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[{}]",
                "[1]",
                "[{\"collector_id\":\"../x\",\"collector_type\":\"t\",\"pid\":1,"
                        + "\"incarnation\":1,\"started\":\"\"}]",
                "[{\"collector_id\":\"x\",\"collector_type\":\"t\",\"pid\":1e99,"
                        + "\"incarnation\":1,\"started\":\"\"}]"
            })
    void aFileThatCannotBeUnderstoodIsKeptAside(String content) throws Exception {
        var path = folder.resolve("processes.json");
        Files.writeString(path, content);
        assertThat(file().read()).isEmpty();
        assertThat(path).doesNotExist();
        try (var names = Files.list(folder)) {
            assertThat(names.map(each -> each.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("processes.json.corrupt-");
        }
    }

    @Test
    void aFolderThatVanishedHurtsNobody() {
        var file = new ProcessFile(folder.resolve("gone").resolve("processes.json"), fleet.ticker);
        file.write(List.of(left(1, "mark")));
        assertThat(folder.resolve("gone")).doesNotExist();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotMistakenForIt() {
        long pid = ProcessHandle.current().pid();
        assertThat(left(pid, "an earlier start").isStillThere()).isFalse();
        // This process has the number and the start, but is no collector of this name.
        var mark = ProcessStat.startMark(pid).orElseThrow();
        assertThat(left(pid, mark).isStillThere()).isFalse();
    }

    private ProcessFile file() {
        return new ProcessFile(folder.resolve("processes.json"), fleet.ticker);
    }

    private static LeftBehind left(long pid, String mark) {
        return new LeftBehind(
                Fleet.PROCMOND,
                "process-monitor",
                pid,
                new Incarnation(7),
                mark,
                true,
                true,
                Map.of(),
                Optional.empty());
    }
}
