package daemoneye.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TemporaryFolderTest {
    @TempDir private Path home;

    @Test
    void whatIsInItGoesWithItAndWhatItPointsToStays() throws IOException {
        var kept = Files.writeString(home.resolve("kept"), "mine");
        var folder = Files.createDirectories(home.resolve("folder/deep/deeper"));
        Files.writeString(folder.resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("link"), kept);

        TemporaryFolder.remove(home.resolve("folder"));

        assertThat(home.resolve("folder")).doesNotExist();
        assertThat(kept).hasContent("mine");
    }

    @Test
    void oneThatHasGoneAlreadyIsNoFault() {
        TemporaryFolder.remove(home.resolve("never"));
        assertThat(home.resolve("never")).doesNotExist();
    }
}
