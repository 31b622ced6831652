package daemoneye.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SettingsFileTest {
    @TempDir private Path folder;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        var chosen = ConsoleSettings.standard().withTheme("light").withSize(1600, 1000);
        new SettingsFile(folder).save(chosen);

        assertThat(new SettingsFile(folder).load().settings()).isEqualTo(chosen);
    }

    @Test
    void withoutAFileTheStandardHoldsAndNobodyIsBothered() {
        var loaded = new SettingsFile(folder.resolve("missing")).load();

        assertThat(loaded.settings()).isEqualTo(ConsoleSettings.standard());
        assertThat(loaded.trouble()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsKeptAndTheOneBeforeIsUsed() throws IOException {
        var file = new SettingsFile(folder);
        file.save(ConsoleSettings.standard().withTheme("light"));
        file.save(ConsoleSettings.standard().withTheme("dark"));
        Files.writeString(folder.resolve("console.json"), "{ \"theme\": ");

        var loaded = file.load();

        assertThat(loaded.settings().theme()).isEqualTo("light");
        assertThat(loaded.trouble().orElseThrow()).contains("the ones before are used");
        assertThat(folder.resolve("console.json.corrupt")).hasContent("{ \"theme\": ");
    }

    @Test
    void withoutABackupTheStandardHoldsAndThePersonIsTold() throws IOException {
        Files.writeString(folder.resolve("console.json"), "garbage");

        var loaded = new SettingsFile(folder).load();

        assertThat(loaded.settings()).isEqualTo(ConsoleSettings.standard());
        assertThat(loaded.trouble().orElseThrow()).contains("the standard ones are used");
        assertThat(folder.resolve("console.json.corrupt")).hasContent("garbage");
    }

    @Test
    void sizesBeyondReasonAreBroughtIntoBounds() throws IOException {
        Files.writeString(
                folder.resolve("console.json"),
                "{\"theme\":\"dark\",\"width\":-5,\"height\":1e300}");

        var settings = new SettingsFile(folder).load().settings();

        assertThat(settings.width()).isEqualTo(ConsoleSettings.LEAST_WIDTH);
        assertThat(settings.height()).isEqualTo(16_384);
    }
}
