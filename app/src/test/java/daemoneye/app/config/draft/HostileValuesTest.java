package daemoneye.app.config.draft;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Values that nobody should have, from a collector that this console does not know, and such as
/// people paste: each has an answer, and all that is typed stays as it was typed.
class HostileValuesTest {
    private static final String LONG = "x".repeat(10_000);
    private static final String ODD = "\u202egnp.\u0007\u0000\n\t\"\\\u2028\ud800";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NaN            | This is not a number.
                    nan            | This is not a number.
                    Infinity       | This is not a number.
                    -Infinity      | This is not a number.
                    1e999          | This is not a number.
                    -1e999         | This is not a number.
                    0x10           | This is not a number.
                    1d             | This is not a number.
                    1,5            | This is not a number.
                    \u0661\u0662   | This is not a number.
                    -0.5           | ''
                    -1e-300        | ''
                    0              | ''
                    """)
    void numbersThatAreNoneAreSaidAtTheirField(String typed, String said) {
        var draft = draft(Map.of("ratio", ConfigValue.of(1.5)));
        field(draft, "ratio").rawProperty().set(typed);

        assertThat(field(draft, "ratio").rawProperty().get()).isEqualTo(typed);
        assertThat(field(draft, "ratio").errorProperty().get()).isEqualTo(said);
        assertThat(draft.fault().isPresent()).isEqualTo(!said.isEmpty());
        assertThat(draft.textProperty().get()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void numbersOfACollectorThatJsonCannotSayStayAsTheyAreUntilSomebodyTypes() {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("nan", ConfigValue.of(Double.NaN));
        values.put("most", ConfigValue.of(Double.POSITIVE_INFINITY));
        values.put("least", ConfigValue.of(Double.NEGATIVE_INFINITY));
        values.put("whole", ConfigValue.of(Long.MIN_VALUE));
        values.put("other", ConfigValue.of(1));
        var draft = draft(values);
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.runningText()).contains("\"nan\": null", "\"most\": null");

        field(draft, "other").rawProperty().set("2");
        draft.textProperty()
                .set(draft.textProperty().get().replace("\"other\": 2", "\"other\": 3"));

        assertThat(draft.fault()).isEmpty();
        assertThat(draft.wish()).containsOnly(Map.entry("other", ConfigValue.of(3)));
    }

    @Test
    void longAndOddTextIsKeptToTheLetterAndShownHarmlessly() {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("long", ConfigValue.of(LONG));
        values.put("odd", ConfigValue.of(ODD));
        var draft = draft(values);
        assertThat(draft.textProperty().get())
                .contains(LONG, "\\u202egnp.\\u0007\\u0000\\n\\t\\\"\\\\\\u2028")
                .doesNotContain("\u202e")
                .doesNotContain("\u0000");

        field(draft, "long").rawProperty().set(LONG + "y");
        field(draft, "odd").rawProperty().set(ODD + "z");

        assertThat(draft.wish())
                .containsEntry("long", ConfigValue.of(LONG + "y"))
                .containsEntry("odd", ConfigValue.of(ODD + "z"));
        assertThat(draft.changes())
                .allSatisfy(
                        each -> {
                            assertThat(each.yours()).hasSizeLessThanOrEqualTo(200);
                            assertThat(each.yours()).doesNotContain("\u202e", "\n", "\u0000");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u0000", "\n", "\u2028", "\u0007"})
    void oddCharactersInAKnownSettingAreTheFaultOfThatField(String odd) {
        var running = SettingsSchema.of("process-monitor").orElseThrow().complete(Map.of());
        var draft = new DraftViewModel(Rules.of("process-monitor", running), running);
        field(draft, "hash_key").rawProperty().set("0123456789abcdef" + odd);
        field(draft, "required_capabilities").rawProperty().set("CAP_X" + odd + "Y");

        assertThat(field(draft, "hash_key").errorProperty().get()).isNotEmpty();
        assertThat(field(draft, "hash_key").rawProperty().get())
                .isEqualTo("0123456789abcdef" + odd);
        assertThat(draft.fault()).isPresent();
    }

    @Test
    void aFieldOf10000CharactersIsRefusedWhereTheSchemaKnowsBetterAndStays() {
        var running = SettingsSchema.of("process-monitor").orElseThrow().complete(Map.of());
        var draft = new DraftViewModel(Rules.of("process-monitor", running), running);
        field(draft, "hash_key").rawProperty().set(LONG);
        field(draft, "batch_size").rawProperty().set("9".repeat(10_000));

        assertThat(field(draft, "hash_key").errorProperty().get()).hasSizeBetween(10, 400);
        assertThat(field(draft, "hash_key").errorProperty().get()).doesNotContain("xxxxx");
        assertThat(field(draft, "batch_size").errorProperty().get()).contains("whole number");
        assertThat(field(draft, "batch_size").rawProperty().get()).hasSize(10_000);
    }

    @Test
    void fiveHundredSettingsAreEditedAsOne() {
        var values = new LinkedHashMap<String, ConfigValue>();
        IntStream.range(0, 500).forEach(at -> values.put("key_" + at, ConfigValue.of(at)));
        var draft = draft(values);
        draft.fields().forEach(each -> each.rawProperty().set(each.rawProperty().get() + "0"));

        assertThat(draft.changes()).hasSize(499);
        assertThat(draft.wish()).containsEntry("key_499", ConfigValue.of(4990));
        assertThat(draft.textProperty().get()).contains("\"key_499\": 4990");
    }

    @Test
    void hostileNamesOfSettingsAreEscapedInTextAndFoundAgain() {
        var name = "a\u202eb\"c\\d\n" + "n".repeat(300);
        var draft = draft(Map.of(name, ConfigValue.of(List.of(ConfigValue.of(ODD)).size())));
        draft.textProperty().set(draft.textProperty().get().replace(": 1", ": 2"));

        assertThat(draft.wish()).containsOnly(Map.entry(name, ConfigValue.of(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ratio\": NaN}",
                "{\"ratio\": Infinity}",
                "{\"ratio\": 1e999}",
                "{\"ratio\": 01}",
                "{\"ratio\": 1, \"ratio\": 2}",
                "{\"ratio\": 1} {}",
                "{\"__proto__\": 1}",
                "{\"ratio\": 1, // why\n}",
                "{\"ratio\": \"\u0000\"}"
            })
    void textThatIsNoConfigurationChangesNothingAndStays(String text) {
        var draft = draft(Map.of("ratio", ConfigValue.of(1.5)));
        draft.textProperty().set(text);

        assertThat(draft.textProperty().get()).isEqualTo(text);
        assertThat(draft.fault()).isPresent();
        assertThat(draft.wish()).isEmpty();
    }

    @Test
    void deepNestingIsRefusedInWordsAndNotByAnOverflow() {
        var draft = draft(Map.of("ratio", ConfigValue.of(1.5)));
        var deep = "{\"ratio\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        draft.textProperty().set(deep);

        assertThat(draft.fault()).isPresent();
        assertThat(draft.textProperty().get()).isEqualTo(deep);
    }

    private static DraftViewModel draft(Map<String, ConfigValue> values) {
        return new DraftViewModel(Rules.of("", values), values);
    }

    private static FieldViewModel field(DraftViewModel draft, String name) {
        return draft.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
