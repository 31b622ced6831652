package daemoneye.app.launch.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class SystemFontsTest {
    @TempDir private Path folder;

    @Test
    void everyFontOfOursIsLaidOutAndNamedToTheSystem() throws IOException {
        SystemFonts.layOut(folder);

        assertThat(folder).isDirectoryContaining("glob:**/Inter-Regular.otf");
        assertThat(folder).isDirectoryContaining("glob:**/JetBrainsMono-Bold.ttf");
        assertThat(folder.resolve("fonts.conf"))
                .content()
                .contains("<dir>" + folder + "</dir>", "JetBrains Mono", "Inter");
    }
}
