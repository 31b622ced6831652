package daemoneye.rpc.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JsonTextTest {
    private record Sample(String plainName, Optional<Integer> maxCpuPercent, List<Instant> times) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2.5,true,null,\"x\"],\"b\":{\"c\":{}}}",
                "[]",
                "\"text\"",
                "9223372036854775807"
            })
    void whatIsReadIsWrittenAgain(String text) throws BadJson {
        assertThat(JsonText.compact(JsonInput.read(text))).isEqualTo(text);
    }

    @Test
    void everythingBeyondAsciiIsEscaped() {
        assertThat(JsonText.compact(ConfigValue.of("ä\u001b\"€")))
                .isEqualTo("\"\\u00E4\\u001B\\\"\\u20AC\"");
    }

    @Test
    void aNumberThatJsonDoesNotKnowBecomesNull() {
        assertThat(JsonText.compact(ConfigValue.of(Double.NaN))).isEqualTo("null");
        assertThat(JsonText.compact(ConfigValue.of(Double.POSITIVE_INFINITY))).isEqualTo("null");
    }

    @Test
    void aRecordGetsTheDesignsNamesAndKeepsItsGaps() {
        var tree = RecordJson.of(new Sample("a", Optional.empty(), List.of(Instant.EPOCH)));

        assertThat(JsonText.compact(tree))
                .isEqualTo(
                        "{\"plain_name\":\"a\",\"max_cpu_percent\":null,"
                                + "\"times\":[\"1970-01-01T00:00:00Z\"]}");
    }

    @Test
    void peopleGetIndentation() {
        assertThat(JsonText.pretty(RecordJson.of(Map.of("a", 1))).lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"}",
                "[1,]",
                "nul",
                "'a'",
                "{a:1}",
                "1 2",
                "01",
                "// x\n1",
                "{\"a\":1,\"a\":2}",
                "18446744073709551616"
            })
    void whatIsNotJsonIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> JsonInput.read(text))
                .isInstanceOf(BadJson.class)
                .message()
                .hasLineCount(1);
    }

    @Test
    void whatIsTooDeepIsRefused() {
        assertThatThrownBy(() -> JsonInput.read("[".repeat(5000))).isInstanceOf(BadJson.class);
    }
}
