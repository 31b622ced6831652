package daemoneye.rpc.collector.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class CollectorSettingsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @FieldSource("daemoneye.rpc.collector.capability.CollectorType#STANDARD")
    void everyTypeHasUsualSettingsThatPassItsOwnRules(CollectorType type) {
        var usual = CollectorSettings.usual(type);

        assertThat(CollectorSettings.told(type, usual.values())).isEqualTo(usual);
        assertThat(usual.millis("scan_interval_ms")).isGreaterThan(Duration.ZERO);
    }

    @Test
    void whatIsToldReplacesTheUsual() throws IOException {
        var settings =
                read(
                        CollectorType.FILE,
                        "{\"watched_folders\": [\"/x\"], \"scan_interval_ms\": 250,"
                                + " \"config_version\": 4}");

        assertThat(settings.folders("watched_folders")).containsExactly(Path.of("/x"));
        assertThat(settings.number("scan_interval_ms")).isEqualTo(250);
        assertThat(settings.number("batch_size")).isEqualTo(100);
        assertThat(settings.version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"colour\": 1} | process-monitor has no setting colour; it knows scan_inter",
                "{\"scan_interval_ms\": 5} | scan_interval_ms is a whole number from 100",
                "{\"scan_interval_ms\": \"soon\"} | scan_interval_ms is a whole number",
                "{\"scan_interval_ms\": 1.5} | scan_interval_ms is a whole number",
                "{\"scan_interval_ms\": null} | scan_interval_ms is a whole number",
                "{\"config_version\": 0} | config_version is a whole number from 1",
                "{\"batch_size\": 99999999999999999999} | batch_size is too large a number",
                "[] | it is not one JSON object",
                "{\"batch_size\": 10 | line 1",
                "{} {} | something follows the JSON object",
                "nonsense | line 1"
            })
    void wrongSettingsAreRefusedWithASentence(String text, String sentence) {
        assertThatThrownBy(() -> read(CollectorType.PROCESS, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void foldersAreAbsolutePaths() {
        assertThatThrownBy(() -> read(CollectorType.FILE, "{\"watched_folders\": [\"tmp\"]}"))
                .hasMessageContaining("watched_folders is a list of at most 64 absolute paths");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var missing = folder.resolve("none.json");

        assertThatThrownBy(() -> SettingsFile.read(missing))
                .hasMessage(
                        "cannot use the settings in %s: %s does not exist"
                                .formatted(missing, missing));
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        var huge = folder.resolve("huge.json");
        Files.write(huge, new byte[SettingsFile.MOST_BYTES + 1]);

        assertThatThrownBy(() -> SettingsFile.read(huge)).hasMessageContaining("more than");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        var file = folder.resolve("deep.json");
        Files.writeString(file, "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}");

        assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("nested");
    }

    @Test
    void everyKindOfJsonValueIsRead() throws IOException {
        var file = folder.resolve("all.json");
        Files.writeString(
                file, "{\"t\":\"x\",\"n\":1,\"d\":1.5,\"f\":true,\"o\":{\"z\":null},\"l\":[1]}");

        assertThat(SettingsFile.read(file))
                .isEqualTo(
                        Map.of(
                                "t", ConfigValue.of("x"),
                                "n", ConfigValue.of(1),
                                "d", ConfigValue.of(1.5),
                                "f", ConfigValue.of(true),
                                "o", new ConfigValue.Table(Map.of("z", new ConfigValue.Nothing())),
                                "l", new ConfigValue.Items(List.of(ConfigValue.of(1)))));
    }

    private CollectorSettings read(CollectorType type, String text) throws IOException {
        var file = folder.resolve("settings.json");
        Files.writeString(file, text);
        return CollectorSettings.told(type, SettingsFile.read(file));
    }
}
