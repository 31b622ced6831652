package daemoneye.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "{",
                "{\"theme\":",
                "{\"width\":{}}",
                "\u0000\u0000\u0000\u0000",
                "{\"profiles\":[{\"port\":\"x\"}]}"
            })
    void aDamagedFileIsKeptAsideAndNeverBecomesTheBackup(String damaged) throws IOException {
        var file = new SettingsFile(folder);
        file.save(ConsoleSettings.standard().withTheme("light"));
        file.save(ConsoleSettings.standard().withTheme("dark"));
        Files.writeString(file.path(), damaged);

        var loaded = file.load();
        assertThat(loaded.settings().theme()).isEqualTo("light");
        assertThat(loaded.trouble().orElseThrow()).doesNotContain("\n").contains("corrupt");
        assertThat(loaded.first()).isFalse();
        assertThat(folder.resolve("console.json.corrupt")).hasContent(damaged);

        file.save(loaded.settings().withProfile("vault"));
        Files.writeString(file.path(), damaged);
        assertThat(file.load().settings().theme()).isEqualTo("light");
    }

    @Test
    void everyTruncationIsToldApartFromTheWhole() throws IOException {
        var file = new SettingsFile(folder);
        file.save(ConsoleSettings.standard().withTheme("light"));
        file.save(ConsoleSettings.standard().withTheme("dark"));
        var whole = Files.readAllBytes(file.path());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            var loaded = file.load();
            assertThat(loaded.settings().theme()).as("%d bytes", length).isEqualTo("light");
            assertThat(loaded.trouble()).isPresent();
        }
    }

    @Test
    void aFileThatIsGoneWhileItsBackupIsThereIsSaid() throws IOException {
        var file = new SettingsFile(folder);
        file.save(ConsoleSettings.standard().withTheme("light"));
        file.save(ConsoleSettings.standard().withTheme("dark"));
        Files.delete(file.path());

        assertThat(file.load().settings().theme()).isEqualTo("light");
        assertThat(file.load().trouble().orElseThrow()).contains("it is gone");
        assertThat(file.load().first()).isFalse();
    }

    @Test
    void onlyAnEmptyPlaceIsAFirstStart() throws IOException {
        var file = new SettingsFile(folder);
        assertThat(file.load().first()).isTrue();
        file.save(ConsoleSettings.standard());
        assertThat(file.load().first()).isFalse();
    }

    @Test
    void aDiskThatRefusesLeavesWhatWasThere() throws IOException {
        var file = new SettingsFile(folder);
        file.save(ConsoleSettings.standard().withTheme("light"));
        // Where the fresh file would be written there is a folder that is not empty.
        var fresh = folder.resolve(".console.json." + ProcessHandle.current().pid() + ".new");
        Files.createDirectories(fresh.resolve("in the way"));

        assertThatThrownBy(() -> file.save(ConsoleSettings.standard().withTheme("dark")))
                .isInstanceOf(IOException.class);
        assertThat(file.load().settings().theme()).isEqualTo("light");
        assertThat(file.load().trouble()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsTakenAway() throws IOException {
        var left = folder.resolve(".console.json.99999999999.new");
        Files.writeString(left, "{");
        new SettingsFile(folder).load();

        assertThat(left).doesNotExist();
    }
}
