package daemoneye.rpc.agent.process.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class StartSettingsTest {
    private static final LaunchOrder ORDER =
            new LaunchOrder(
                    new CollectorId("procmond"),
                    "process-monitor",
                    new Incarnation(1),
                    Map.of("password", ConfigValue.of("secret")),
                    Map.of(),
                    Optional.empty());

    @TempDir Path folder;

    @Test
    void theNewestReplaceTheOnesBefore() throws IOException {
        var before = StartSettings.write(ORDER, folder);
        assertThat(StartSettings.write(ORDER, folder)).isEqualTo(before);
        assertThat(before).hasContent("{\"password\":\"secret\"}");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(before));
    }

    @Test
    void whatCannotBeMovedIntoPlaceLeavesNoSecretBehind() throws IOException {
        var inTheWay = folder.resolve("procmond-settings.json").resolve("full");
        Files.createDirectories(inTheWay);

        assertThatThrownBy(() -> StartSettings.write(ORDER, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the settings of procmond");
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().endsWith(".new"));
    }
}
