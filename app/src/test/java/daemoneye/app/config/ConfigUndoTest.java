package daemoneye.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/// Whatever takes the place of edits can be taken back.
class ConfigUndoTest {
    private static final String SECRET = "fedcba9876543210";

    private final ConfigBed bed = new ConfigBed();

    @BeforeEach
    void type() {
        bed.edit();
        bed.type("top_count", "many");
        bed.type("hash_key", SECRET);
        bed.type("enable_hash_verification", "false");
    }

    @Test
    void reloadingDropsMineAndUndoBringsThemBackAgainstWhatRunsNow() {
        elsewhere();
        bed.dialog().takeTheirs();
        assertThat(bed.typed("batch_size")).isEqualTo("300");
        assertThat(bed.typed("top_count")).isEqualTo("10");
        assertThat(said()).isEqualTo("Your 4 changes gave way to version 8.");
        bed.dialog().undoDrop();

        everythingIsBack();
        assertThat(bed.dialog().words().aboutProperty().get()).contains("version 8");
        assertThat(said()).isEmpty();
    }

    @Test
    void whatWasTypedSinceStaysBesideWhatComesBack() {
        elsewhere();
        bed.dialog().takeTheirs();
        bed.type("command_line_chars", "64");
        bed.dialog().undoDrop();

        everythingIsBack();
        assertThat(bed.typed("command_line_chars")).isEqualTo("64");
    }

    @Test
    void aTextThatIsWrongComesBackAsItWas() {
        var wrong = "{\n  \"batch_size\": 5\n  \"top_count\"";
        bed.dialog().draftProperty().get().orElseThrow().textProperty().set(wrong);
        bed.dialog().dropText();
        assertThat(text()).isNotEqualTo(wrong);
        bed.dialog().undoDrop();
        assertThat(text()).isEqualTo(wrong);

        elsewhere();
        bed.dialog().takeTheirs();
        assertThat(text()).contains("\"batch_size\": 300");
        bed.dialog().undoDrop();
        assertThat(text()).isEqualTo(wrong);
    }

    @Test
    void aFileGivesTheEditsBack() {
        bed.dialog().take("{\"batch_size\": 5}");
        assertThat(bed.typed("batch_size")).isEqualTo("5");
        assertThat(said()).isEqualTo("Your 4 changes gave way to the file.");
        bed.dialog().undoDrop();

        everythingIsBack();
    }

    @Test
    void anOlderVersionGivesTheEditsBackAndIsNotGoneBackToAnyMore() {
        bed.turnTo(Place.HISTORY);
        bed.answer(ConfigAnswers.history());
        bed.dialog().preview(5);
        bed.answer(ConfigAnswers.config(5, Map.of()));
        assertThat(bed.dialog().words().applyProperty().get())
                .isEqualTo("Roll back one to version 5");
        bed.dialog().undoDrop();

        everythingIsBack();
        assertThat(bed.dialog().words().applyProperty().get()).startsWith("Apply 4 changes");
    }

    @Test
    void withoutEditsThereIsNothingToUndo() {
        bed.field("batch_size").undo();
        bed.field("top_count").undo();
        bed.field("hash_key").undo();
        bed.field("enable_hash_verification").undo();
        elsewhere();
        bed.dialog().takeTheirs();

        assertThat(said()).isEmpty();
    }

    private void elsewhere() {
        bed.beat(8, 1);
        bed.answer(ConfigAnswers.config(8, Map.of("batch_size", ConfigValue.of(300))));
    }

    private void everythingIsBack() {
        assertThat(bed.typed("batch_size")).isEqualTo("500");
        assertThat(bed.typed("top_count")).isEqualTo("many");
        assertThat(bed.typed("hash_key")).isEqualTo(SECRET);
        assertThat(bed.typed("enable_hash_verification")).isEqualTo("false");
    }

    private String said() {
        return bed.dialog().words().droppedProperty().get();
    }

    private String text() {
        return bed.dialog().draftProperty().get().orElseThrow().textProperty().get();
    }
}
