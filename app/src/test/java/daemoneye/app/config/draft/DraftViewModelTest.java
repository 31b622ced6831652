package daemoneye.app.config.draft;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

class DraftViewModelTest {
    private static final ConfigValue MASK = ConfigValue.of(SettingsSchema.MASK);

    private final Map<String, ConfigValue> running =
            SettingsSchema.of("process-monitor")
                    .orElseThrow()
                    .complete(Map.of("batch_size", ConfigValue.of(250), "hash_key", MASK));
    private final DraftViewModel draft =
            new DraftViewModel(Rules.of("process-monitor", running), running);

    @Test
    void nothingIsChangedAtFirst() {
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.fault()).isEmpty();
        assertThat(draft.runningText()).isEqualTo(draft.yourText());
    }

    @Test
    void aFieldChangesTheTextAndTheTextAField() {
        field("batch_size").rawProperty().set("500");
        assertThat(draft.textProperty().get()).contains("\"batch_size\": 500");

        type(text().replace("\"top_count\": 10", "\"top_count\": 20"));
        assertThat(field("top_count").rawProperty().get()).isEqualTo("20");
        assertThat(draft.wish())
                .containsOnly(
                        Map.entry("batch_size", ConfigValue.of(500)),
                        Map.entry("top_count", ConfigValue.of(20)));
    }

    @Test
    void aTextThatIsWrongIsKeptAndTheFieldsKeepTheLastValues() {
        field("batch_size").rawProperty().set("500");
        var wrong = text().replace("\"batch_size\": 500,", "\"batch_size\": 600");
        type(wrong);

        assertThat(text()).isEqualTo(wrong);
        assertThat(draft.troubleProperty().get().orElseThrow().line()).isEqualTo(5);
        assertThat(draft.fault()).contains("The text is wrong at line 5, column 3");
        assertThat(field("batch_size").rawProperty().get()).isEqualTo("500");

        type(wrong.replace("600", "600,"));
        assertThat(draft.fault()).isEmpty();
        assertThat(field("batch_size").rawProperty().get()).isEqualTo("600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.5", "NaN", "Infinity", "99999999999999999999", "1e3"})
    void whatIsNoWholeNumberStaysInItsFieldAndIsSaid(String typed) {
        field("batch_size").rawProperty().set(typed);

        assertThat(field("batch_size").rawProperty().get()).isEqualTo(typed);
        assertThat(field("batch_size").errorProperty().get()).contains("not a whole number");
        assertThat(draft.fault()).contains("One field is wrong");
        assertThat(text()).contains("\"batch_size\": 250");
    }

    @Test
    void aValueOutOfRangeIsSaidAtItsField() {
        field("batch_size").rawProperty().set("-1");

        assertThat(field("batch_size").errorProperty().get()).contains("from 1 to 1000");
    }

    @Test
    void aSecretIsNeverShownAndOnlyReplaced() {
        assertThat(field("hash_key").rawProperty().get()).isEmpty();
        field("hash_key").rawProperty().set("fedcba9876543210");

        assertThat(text()).doesNotContain("fedcba").contains(SettingsSchema.MASK);
        assertThat(draft.yourText()).doesNotContain("fedcba").contains("(new)");
        assertThat(draft.changes().toString()).doesNotContain("fedcba");
        assertThat(draft.wish()).containsEntry("hash_key", ConfigValue.of("fedcba9876543210"));

        type(text().replace("\"top_count\": 10", "\"top_count\": 20"));
        assertThat(draft.wish()).containsEntry("hash_key", ConfigValue.of("fedcba9876543210"));
    }

    @Test
    void theDefaultIsSentAsNothing() {
        field("batch_size").reset();

        assertThat(draft.wish()).containsOnly(Map.entry("batch_size", new ConfigValue.Nothing()));
        field("batch_size").undo();
        assertThat(draft.wish()).isEmpty();
    }

    @Test
    void whatRunsChangesUnderneathAndMineStays() {
        field("batch_size").rawProperty().set("500");
        field("top_count").rawProperty().set("many");
        var theirs = new LinkedHashMap<>(running);
        theirs.put("batch_size", ConfigValue.of(300));
        theirs.put("command_line_chars", ConfigValue.of(64));
        draft.rebase(theirs, true);

        assertThat(field("batch_size").rawProperty().get()).isEqualTo("500");
        assertThat(field("top_count").rawProperty().get()).isEqualTo("many");
        assertThat(field("command_line_chars").rawProperty().get()).isEqualTo("64");
        draft.rebase(theirs, false);
        assertThat(draft.changes()).isEmpty();
    }

    @Test
    void aNameThatIsNoneIsSaidAtItsPlace() {
        type("{\n  \"batch_size\": 5,\n  \"no_such\": 1\n}");

        var trouble = draft.troubleProperty().get().orElseThrow();
        assertThat(trouble.line()).isEqualTo(3);
        assertThat(trouble.sentence()).contains("no setting no_such");
    }

    @Test
    void hostileTextIsAnsweredAndKept() {
        for (var hostile :
                new String[] {
                    "",
                    "[]",
                    "null",
                    "{",
                    "{".repeat(10_000),
                    "\u202e{}",
                    "{\"a\":" + "9".repeat(500)
                }) {
            type(hostile);
            assertThat(text()).isEqualTo(hostile);
            assertThat(draft.fault()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enable_hash_verification, false, turns a check off",
        "scan_interval_ms, 2000, looks less often",
        "scan_interval_ms, 500, ''",
        "event_queue_capacity, 100, drops events earlier",
        "top_count, 5, tells less"
    })
    void weakeningChangesAreFlagged(String name, String typed, String said) {
        field(name).rawProperty().set(typed);

        assertThat(draft.changes().getFirst().weaker()).isEqualTo(said);
    }

    private String text() {
        return draft.textProperty().get();
    }

    private void type(String text) {
        draft.textProperty().set(text);
    }

    private FieldViewModel field(String name) {
        return draft.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
