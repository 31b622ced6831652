package daemoneye.rpc.client.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Settings that are meant to hurt are refused at once, with the path of the offence.
class SettingsBombsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final SettingsSchema schema = SettingsSchema.of("process-monitor").orElseThrow();

    @BeforeEach
    void classesAreThere() {
        assertThat(schema.faults(Map.of("batch_size", ConfigValue.of(Double.NaN)))).hasSize(1);
        assertThat(schema.faults(Map.of("batch_size", ConfigValue.of(-2)))).hasSize(1);
    }

    @Test
    void aTowerOfAHundredThousandLevels() {
        ConfigValue tower = ConfigValue.of(1);
        for (int level = 0; level < 100_000; level++) {
            tower = new ConfigValue.Items(List.of(tower));
        }
        assertThat(refused(Map.of("batch_size", tower)).message())
                .isEqualTo("batch_size[0][0][0][0][0][0][0][0] is nested more than 8 deep");
    }

    @Test
    void aTextOf256Megabytes() {
        var text = ConfigValue.of("x".repeat(256 * 1024 * 1024));
        assertThat(refused(Map.of("hash_key", text)).message())
                .isEqualTo("hash_key has 268435456 characters, at most 65536 are read");
    }

    @Test
    void aMillionSettings() {
        var many = new HashMap<String, ConfigValue>();
        for (int at = 0; at < 1_000_000; at++) {
            many.put("k" + at, new ConfigValue.Nothing());
        }
        assertThat(refused(many).message()).contains("1000000 settings at once, at most 1000");
    }

    @Test
    void aListOfAMillionTexts() {
        var texts = new ConfigValue.Items(Collections.nCopies(1_000_000, ConfigValue.of("/x")));
        assertThat(refused(Map.of("required_capabilities", texts)).path())
                .startsWith("required_capabilities[9999]");
    }

    @Test
    void aNameOf256Megabytes() {
        var fault = refused(Map.of("n".repeat(256 * 1024 * 1024), ConfigValue.of(1)));
        assertThat(fault.path()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noNumberAtAll(double number) {
        assertThat(refused(Map.of("batch_size", ConfigValue.of(number))).message())
                .isEqualTo("batch_size is not a finite number");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 1L << 53})
    void numbersFarOut(long number) {
        assertThat(refused(Map.of("batch_size", ConfigValue.of(number))).path())
                .isEqualTo("batch_size");
    }

    @Test
    void namesThatPlayTricksAreShownInertly() {
        var fault = refused(Map.of("a\u001b[31m\n\u202eb", ConfigValue.of(1)));
        assertThat(fault.message()).contains("\"a?[31m??b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                                 | it is not one JSON object
                    {"a": 1} 2                         | something follows
                    {"a": }                            | line 1, column
                    {"a": 1, "a": 2}                   | a is there twice
                    {"a": {"b": 123456789012345678901}} | a.b is too large a number
                    """)
    void filesThatAreNoSettings(String text, String reason) {
        assertThatThrownBy(() -> ConfigJson.object(text.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 100_000})
    void filesWithTowers(int levels) {
        var text = "{\"a\": " + "[".repeat(levels) + "]".repeat(levels) + "}";
        assertThatThrownBy(() -> ConfigJson.object(text.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is nested more than 16 deep");
    }

    @Test
    void filesWithNumbersOfAThousandDigits() {
        var text = "{\"a\": " + "9".repeat(2_000) + "}";
        assertThatThrownBy(() -> ConfigJson.object(text.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesOf256Megabytes() {
        assertThatThrownBy(() -> ConfigJson.object(new byte[256 * 1024 * 1024]))
                .hasMessageContaining("more than 262144 bytes");
    }

    private SettingFault refused(Map<String, ConfigValue> values) {
        // Processor time: what else the machine does at the moment is not the bomb's doing.
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        var faults = schema.faults(values);
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        assertThat(faults).hasSize(1);
        assertThat(took).isLessThan(AT_ONCE);
        return faults.getFirst();
    }
}
