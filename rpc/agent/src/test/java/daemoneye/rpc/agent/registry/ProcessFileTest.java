package daemoneye.rpc.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.start.StartOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ProcessFileTest {
    @TempDir Path folder;
    private final Fleet fleet = new Fleet();

    @Test
    void runningProcessesAreWrittenDownAndVanishWhenTheyEnd() throws Exception {
        var path = folder.resolve("processes.json");
        var file = new ProcessFile(path);
        var collector = fleet.procmond();
        var _ = collector.start(StartOrder.plain(), step -> {});
        file.write(List.of(collector.info()));
        assertThat(Files.readString(path))
                .startsWith("[{\"collector_id\":\"procmond\",\"pid\":1000,\"incarnation\":1");
        fleet.launcher.last().ends(0);
        file.write(List.of(collector.info()));
        assertThat(path).hasContent("[]");
    }

    @Test
    void aFolderThatVanishedHurtsNobody() {
        var file = new ProcessFile(folder.resolve("gone").resolve("processes.json"));
        var collector = fleet.procmond();
        var _ = collector.start(StartOrder.plain(), step -> {});
        file.write(List.of(collector.info()));
        assertThat(folder.resolve("gone")).doesNotExist();
    }
}
