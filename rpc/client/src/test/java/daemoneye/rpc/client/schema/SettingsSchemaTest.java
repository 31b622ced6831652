package daemoneye.rpc.client.schema;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What schemas say, and what they refuse.
class SettingsSchemaTest {
    private static final List<String> ALL =
            List.of("process-monitor", "network-monitor", "file-monitor", "performance-monitor");

    @ParameterizedTest
    @ValueSource(
            strings = {"process-monitor", "network-monitor", "file-monitor", "performance-monitor"})
    void everySettingIsWhole(String type) {
        var schema = schema(type);
        var properties = ConfigJson.object(text(type)).get("properties");
        assertThat(schema.settings())
                .extracting(Setting::name)
                .containsExactlyElementsOf(((ConfigValue.Table) properties).entries().keySet());
        for (var setting : schema.settings()) {
            assertThat(setting.description())
                    .as(setting.name())
                    .endsWith(".")
                    .hasSizeGreaterThan(20);
            assertThat(setting.kind().fits(setting.usual())).as(setting.name()).isTrue();
            assertThat(setting.least().isPresent())
                    .as(setting.name())
                    .isEqualTo(setting.kind() == Setting.Kind.WHOLE);
            var said = ((ConfigValue.Table) properties).entries().get(setting.name());
            assertThat(((ConfigValue.Table) said).entries())
                    .as(setting.name())
                    .containsKeys("default", "description", "x-unit", "x-apply", "x-order");
        }
        assertThat(schema.faults(schema.complete(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"process-monitor", "network-monitor", "file-monitor", "performance-monitor"})
    void everySchemaIsAValidSchema(String type) {
        var draft =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        var text = new String(text(type), UTF_8);
        assertThat(draft.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(draft.validate("{\"type\": 5}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown-monitor", "../process-monitor", "process-monitor.json", "P"})
    void otherTypesHaveNoSchema(String type) {
        assertThat(SettingsSchema.of(type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"scan_interval_ms": 99} | scan_interval_ms | is a whole number from 100 to 3600000, not 99
                    {"scan_interval_ms": 3600001} | scan_interval_ms | not 3600001
                    {"scan_interval_ms": 1000.0} | scan_interval_ms | is a whole number from 100
                    {"scan_interval_ms": "1000"} | scan_interval_ms | not "1000"
                    {"scan_interval_ms": null} | scan_interval_ms | not nothing
                    {"scan_interval_ms": [1000]} | scan_interval_ms | not [1000]
                    {"scan_interval_ms": {"a": 1}} | scan_interval_ms | is a whole number
                    {"enable_hash_verification": 1} | enable_hash_verification | is true or false, not 1
                    {"no_such": 1} | no_such | process-monitor has no setting no_such; it knows scan_interval_ms
                    {"hash_key": "short"} | hash_key | hash_key is empty, or 16 to 256
                    {"hash_key": "••••"} | hash_key | hash_key is empty, or 16 to 256
                    {"required_capabilities": ["ptrace"]} | required_capabilities[0] | is a list of Linux
                    {"required_capabilities": ["CAP_KILL", "CAP_KILL"]} | required_capabilities | each once
                    {"required_capabilities": ["CAP_KILL", 5]} | required_capabilities[1] | is a list
                    """)
    void whatDoesNotFitIsNamed(String json, String path, String message) {
        var faults = schema("process-monitor").faults(ConfigJson.object(bytes(json)));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().path()).isEqualTo(path);
        assertThat(faults.getFirst().message()).contains(message);
    }

    @Test
    void eachWrongSettingIsToldOnce() {
        var faults =
                schema("file-monitor")
                        .faults(
                                ConfigJson.object(
                                        bytes(
                                                "{\"watched_folders\": [\"a\", \"b\", \"/c\"],"
                                                        + " \"batch_size\": 0, \"x\": 1}")));
        assertThat(faults)
                .extracting(SettingFault::path)
                .containsExactlyInAnyOrder("watched_folders[0]", "batch_size", "x");
    }

    @Test
    void aSecretIsNeverInASentence() {
        var faults =
                schema("process-monitor")
                        .faults(Map.of("hash_key", ConfigValue.of("hunter2 with spaces")));
        assertThat(faults).singleElement().asString().doesNotContain("hunter2");
    }

    @Test
    void aSecretIsMaskedOnlyIfThereIsOne() {
        var schema = schema("process-monitor");
        var told = schema.complete(Map.of("hash_key", ConfigValue.of("0123456789abcdef")));
        assertThat(schema.masked(told))
                .containsEntry("hash_key", ConfigValue.of("••••"))
                .containsEntry("scan_interval_ms", ConfigValue.of(1_000));
        assertThat(schema.masked(schema.complete(Map.of())))
                .containsEntry("hash_key", ConfigValue.of(""));
    }

    @Test
    void toldValuesComeBeforeUsualOnes() {
        var all = schema("network-monitor").complete(Map.of("batch_size", ConfigValue.of(7)));
        assertThat(all)
                .containsEntry("batch_size", ConfigValue.of(7))
                .containsEntry("scan_interval_ms", ConfigValue.of(1_000));
        assertThat(all.keySet())
                .containsExactlyElementsOf(
                        schema("network-monitor").settings().stream().map(Setting::name).toList());
    }

    /// Kind and range decide most values without the library: it must say the same.
    @Test
    void theShortWayAndTheLibraryAgree() {
        var random = new Random(20_260_101);
        for (var type : ALL) {
            var schema = schema(type);
            var judge = new SchemaJudge(new String(text(type), UTF_8));
            for (var setting : schema.settings()) {
                candidates(setting, random)
                        .forEach(
                                value -> {
                                    var values = Map.of(setting.name(), value);
                                    boolean right = judge.objections(values).isEmpty();
                                    assertThat(schema.faults(values).isEmpty())
                                            .as("%s of %s", values, type)
                                            .isEqualTo(right && setting.kind().fits(value));
                                });
            }
        }
    }

    private static Stream<ConfigValue> candidates(Setting setting, Random random) {
        long least = (long) setting.least().orElse(0);
        long most = (long) setting.most().orElse(10);
        var numbers =
                Stream.concat(
                        Stream.of(least - 1, least, least + 1, most - 1, most, most + 1),
                        random.longs(50, least - most, 2 * most).boxed());
        var others =
                Stream.of(
                        ConfigValue.of(true),
                        ConfigValue.of(1.5),
                        ConfigValue.of((double) least),
                        ConfigValue.of(""),
                        ConfigValue.of("/tmp"),
                        ConfigValue.texts(List.of()),
                        ConfigValue.texts(List.of("/tmp", "/var")),
                        ConfigValue.texts(List.of("CAP_KILL")),
                        ConfigValue.texts(List.of("CAP_KILL", "CAP_KILL")),
                        ConfigValue.texts(List.of("/a", "b")),
                        ConfigValue.texts(List.of("{home}/x", "C:\\x", "\\\\host\\share")),
                        ConfigValue.texts(folders(64)),
                        ConfigValue.texts(folders(65)),
                        ConfigValue.texts(List.of("/" + "\ud83d\ude00".repeat(4_095))),
                        ConfigValue.texts(List.of("/" + "x".repeat(4_096))),
                        ConfigValue.texts(List.of("/a\u0000b")),
                        ConfigValue.texts(List.of("/a\nb")),
                        ConfigValue.of("x".repeat(256)),
                        ConfigValue.of("x".repeat(257)),
                        ConfigValue.of("0123456789abcdef\n"),
                        ConfigValue.of("0123456789abcde\u00e9"),
                        new ConfigValue.Nothing(),
                        new ConfigValue.Table(Map.of("a", ConfigValue.of(1))));
        return Stream.concat(numbers.map(ConfigValue::of), others);
    }

    private static List<String> folders(int count) {
        return IntStream.range(0, count).mapToObj(at -> "/" + at).toList();
    }

    @Test
    void aHundredFaultsAreEnough() {
        var many = new HashMap<String, ConfigValue>();
        for (int at = 0; at < 1_000; at++) {
            many.put("unknown_" + at, ConfigValue.of(at));
        }
        assertThat(schema("process-monitor").faults(many)).hasSize(100);
    }

    static SettingsSchema schema(String type) {
        return SettingsSchema.of(type).orElseThrow();
    }

    private static byte[] text(String type) {
        return bytes(SchemaFile.read(type).orElseThrow().text());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
