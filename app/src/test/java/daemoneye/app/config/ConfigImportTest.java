package daemoneye.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.sample.ConfigAnswers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.concurrent.atomic.AtomicReference;

/// A configuration that comes from a file or goes into one.
class ConfigImportTest {
    private static final String SECRET = "fedcba9876543210";

    private final ConfigBed bed = new ConfigBed().edit();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~                        | line 1, column 1
                    {                         | line 1, column 2
                    []                        | line 1, column 1
                    <html>                    | line 1, column 1
                    {"batch_size": }          | line 1, column 16
                    {"batch_sise": 5}         | line 1, column 2
                    {"batch_size": {"a": 1}}  | One field is wrong
                    {"batch_size": 100000}    | One field is wrong
                    {"batch_size": "many"}    | One field is wrong
                    """)
    void aFileThatIsNoConfigurationIsShownWithItsFaultAndNothingCanBeSent(
            String file, String where) {
        bed.dialog().take(file);

        assertThat(bed.dialog().placeProperty().get()).isEqualTo(Place.TEXT);
        assertThat(draft().textProperty().get()).isEqualTo(file);
        assertThat(draft().fault().orElseThrow()).contains(where);
        bed.turnTo(Place.REVIEW);
        assertThat(bed.sent()).as("calls, the first one read it").isEqualTo(1);
        bed.dialog().undoDrop();
        assertThat(bed.typed("batch_size")).isEqualTo("500");
    }

    @Test
    void aFileChangesWhatItNamesAndTheRestGoesToItsDefault() {
        bed.dialog().take("{\"top_count\": 20, \"hash_key\": \"\u2022\u2022\u2022\u2022\"}");
        bed.turnTo(Place.REVIEW);

        assertThat(bed.update(1).configChanges().keySet())
                .containsExactlyInAnyOrder("top_count", "batch_size", "scan_interval_ms");
    }

    @Test
    void whatIsSavedHasNoSecretsHoweverTheyWereTyped() {
        bed.type("hash_key", SECRET);
        assertThat(draft().maskedText())
                .doesNotContain(SECRET)
                .contains("\u2022\u2022\u2022\u2022");

        draft().textProperty()
                .set(draft().textProperty().get().replace("\u2022\u2022\u2022\u2022", SECRET));
        assertThat(draft().wish()).containsKey("hash_key");
        assertThat(draft().maskedText()).doesNotContain(SECRET);
    }

    @Test
    void whatIsSavedCanBeTakenAgain() {
        bed.type("hash_key", "");
        var saved = draft().maskedText();
        bed.field("batch_size").undo();
        bed.dialog().take(saved);

        assertThat(draft().wish()).containsOnlyKeys("batch_size");
    }

    @Test
    void anOlderVersionIsSavedAsTheAgentTellsIt() {
        bed.turnTo(Place.HISTORY);
        bed.answer(ConfigAnswers.history());
        bed.dialog().history().choose(java.util.List.of(6L));
        bed.answer(ConfigAnswers.config(5, ConfigAnswers.told()));
        bed.answer(ConfigAnswers.config(6, ConfigAnswers.told()));
        var saved = new AtomicReference<String>();
        bed.dialog().history().export(saved::set);

        assertThat(saved.get())
                .contains("\"batch_size\": 250", "\u2022\u2022\u2022\u2022")
                .doesNotContain("0123456789abcdef");
    }

    private DraftViewModel draft() {
        return bed.dialog().draftProperty().get().orElseThrow();
    }
}
