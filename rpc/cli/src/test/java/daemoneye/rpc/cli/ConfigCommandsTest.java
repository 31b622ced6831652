package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.ScriptedCaller;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConfigCommandsTest {
    private static final String TOPIC = "control.collector.config.procmond";
    private static final String SECRET = "0123456789abcdef-secret";

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);
    private final Map<String, ConfigValue> answer = new LinkedHashMap<>();
    private Optional<RpcError> refusal = Optional.empty();

    @BeforeEach
    void anAgentAnswers() {
        bed.link.caller.on(TOPIC, this::answer);
    }

    private CallOutcome answer(RpcRequest request) {
        if (request.operation() == CollectorOperation.UPDATE_CONFIG) {
            return refusal.<CallOutcome>map(
                            error ->
                                    new CallOutcome.Failed(
                                            RpcStatus.ERROR, error, ScriptedCaller.TOOK))
                    .orElseGet(() -> done(request, answer));
        }
        return request.payload() instanceof GenericPayload(var wish)
                ? done(request, wish.containsKey("history") ? history() : config(wish))
                : done(request, config(Map.of()));
    }

    private static CallOutcome done(RpcRequest request, Map<String, ConfigValue> values) {
        return ScriptedCaller.done(request, "agent-one", Optional.of(new GenericPayload(values)));
    }

    private static Map<String, ConfigValue> config(Map<String, ConfigValue> wish) {
        boolean old = wish.containsKey("version");
        var told =
                Map.<String, ConfigValue>of(
                        "top_count", ConfigValue.of(old ? 5 : 7),
                        "hash_key", ConfigValue.of(SettingsSchema.MASK));
        var schema = SettingsSchema.of("process-monitor").orElseThrow();
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("collector_id", ConfigValue.of("procmond"));
        values.put("config_version", ConfigValue.of(old ? 2 : 4));
        values.put("schema", ConfigValue.of("process-monitor"));
        values.put("config", new ConfigValue.Table(schema.complete(told)));
        values.put("by", ConfigValue.of("console#1"));
        values.put("at", ConfigValue.of("2026-01-01T12:00:00Z"));
        values.put("reason", ConfigValue.of("fewer"));
        values.put("pending_restart", ConfigValue.texts(List.of("event_queue_capacity")));
        return values;
    }

    private static Map<String, ConfigValue> history() {
        var entry = new LinkedHashMap<String, ConfigValue>();
        entry.put("version", ConfigValue.of(2));
        entry.put("by", ConfigValue.of("console#1"));
        entry.put("at", ConfigValue.of("2026-01-01T12:00:00Z"));
        entry.put("reason", ConfigValue.of("two\nlines"));
        entry.put("live_ms", ConfigValue.of(65_000));
        entry.put("changes", new ConfigValue.Table(Map.of("top_count", ConfigValue.of(5))));
        return Map.of("history", new ConfigValue.Items(List.of(new ConfigValue.Table(entry))));
    }

    @Test
    void getShowsEverySettingWithWhatIsUsualAndWhatWaits() {
        assertThat(bed.run("config", "get", "procmond")).isZero();
        assertThat(bed.out().lines().toList().getFirst())
                .isEqualTo("procmond, version 4, since 2026-01-01T12:00:00Z by console#1 (fewer)");
        assertThat(bed.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("top_count 7 processes 10", "scan_interval_ms 1000 ms")
                .contains("event_queue_capacity 5000 events waits for a restart");
        assertThat(bed.run("config", "get", "procmond", "--json", "--at", "2")).isZero();
        assertThat(bed.field("config", "top_count")).isEqualTo(ConfigValue.of(5));
    }

    @Test
    void diffTellsWhatAnOlderVersionOrAFileHasElse(@TempDir Path folder) throws Exception {
        bed.run("config", "diff", "procmond", "--at", "2");
        assertThat(bed.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("SETTING NOW VERSION 2", "top_count 7 5");
        var file = Files.writeString(folder.resolve("c.json"), "{\"batch_size\": 9}");
        bed.run("config", "diff", "procmond", "--file", file.toString(), "--json");
        assertThat(bed.field("differences", "0", "setting"))
                .isEqualTo(ConfigValue.of("batch_size"));
        assertThat(bed.field("differences", "0", "other")).isEqualTo(ConfigValue.of(9));
        bed.piped("{\"top_count\": 7}").run("config", "diff", "procmond", "--file", "-");
        assertThat(bed.out()).isEqualTo("procmond: no difference to version 4\n");
        assertThat(bed.run("config", "diff", "procmond")).isEqualTo(2);
        assertThat(bed.run("config", "diff", "procmond", "--at", "2", "--file", "-")).isEqualTo(2);
    }

    @Test
    void whatIsExportedIsReadAgainWithoutAnyDifference(@TempDir Path folder) throws Exception {
        var file = folder.resolve("procmond.json");
        assertThat(bed.run("config", "export", "procmond", "--out", file.toString())).isZero();
        assertThat(bed.out()).contains("version 4", "settings written to " + file);
        assertThat(file).content().contains("\"top_count\" : 7", "\"hash_key\" : \"\\u2022");

        assertThat(bed.run("config", "diff", "procmond", "--file", file.toString())).isZero();
        assertThat(bed.out()).contains("no difference");

        assertThat(bed.run("config", "export", "procmond", "--at", "2", "--json")).isZero();
        assertThat(bed.field("top_count")).isEqualTo(ConfigValue.of(5));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfForced(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("procmond.json"), "precious");
        assertThat(bed.run("config", "export", "procmond", "--out", file.toString())).isEqualTo(2);
        assertThat(bed.err()).contains("is there already", "--force");
        assertThat(file).hasContent("precious");
        var missing = folder.resolve("no/such.json").toString();
        assertThat(bed.run("config", "export", "procmond", "--out", missing)).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();

        assertThat(bed.run("config", "export", "procmond", "--out", file.toString(), "--force"))
                .isZero();
        assertThat(file).content().contains("top_count");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void historyIsATableWithoutLinesThatOthersWrote() {
        assertThat(bed.run("config", "history", "procmond", "--last", "3")).isZero();
        assertThat(bed.out().lines()).hasSize(2);
        assertThat(bed.out()).contains("1 min 5 s").contains("top_count=5").contains("two\\nlines");
        var asked = (GenericPayload) bed.link.caller.requests.getFirst().payload();
        assertThat(asked.values()).isEqualTo(Map.of("history", ConfigValue.of(3)));
        assertThat(bed.run("config", "history", "procmond", "--last", "0")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top_count=5 | {\"top_count\":5}",
                "top_count=1_000 | {\"top_count\":1000}",
                "enable_hash_verification=off | {\"enable_hash_verification\":false}",
                "required_capabilities=CAP_KILL,CAP_CHOWN"
                        + " | {\"required_capabilities\":[\"CAP_KILL\",\"CAP_CHOWN\"]}",
                "required_capabilities= | {\"required_capabilities\":[]}",
                "required_capabilities=[\"a,b\"] | {\"required_capabilities\":[\"a,b\"]}",
                "hash_key=@@x | {\"hash_key\":\"@x\"}",
                "no_such=5 | {\"no_such\":5}",
                "no_such=a b | {\"no_such\":\"a b\"}"
            })
    void valuesAreReadByTheKindOfTheSetting(String given, String expected) throws Exception {
        assertThat(bed.run("config", "apply", "procmond", given)).isZero();
        assertThat(new ConfigValue.Table(sent().configChanges()))
                .isEqualTo(JsonInput.read(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top_count=ten | top_count is a whole number (processes), not ten",
                "top_count=99999999999999999999 | top_count is a whole number",
                "enable_hash_verification=maybe | enable_hash_verification is true or false",
                "required_capabilities=[1 | required_capabilities: line 1",
                "top_count | \"top_count\" is no change: write KEY=VALUE",
                "=5 | \"=5\" is no change",
                "hash_key=@/no/such/file | there is no file /no/such/file"
            })
    void whatCannotBeAValueIsNeverSent(String given, String sentence) {
        assertThat(bed.run("config", "apply", "procmond", given)).isEqualTo(2);
        assertThat(bed.err()).contains(sentence);
        assertThat(bed.link.caller.requests)
                .noneMatch(each -> each.operation() == CollectorOperation.UPDATE_CONFIG);
    }

    @Test
    void allOptionsOfAChangeAreSent(@TempDir Path folder) throws Exception {
        var file = folder.resolve("changes.json");
        Files.writeString(file, "{\"top_count\": 3, \"batch_size\": 4}");
        bed.run(
                "config",
                "apply",
                "procmond",
                "top_count=5",
                "--file",
                file.toString(),
                "--unset",
                "scan_interval_ms",
                "--expect",
                "4",
                "--reason",
                "why",
                "--restart",
                "--no-rollback");
        assertThat(sent().configChanges())
                .containsEntry("top_count", ConfigValue.of(5))
                .containsEntry("batch_size", ConfigValue.of(4))
                .containsEntry("scan_interval_ms", new ConfigValue.Nothing());
        assertThat(sent().expectedVersion()).hasValue(4);
        assertThat(sent().reason()).contains("why");
        assertThat(sent().restartRequired()).isTrue();
        assertThat(sent().rollbackOnFailure()).isFalse();
        assertThat(sent().validateOnly()).isFalse();
        assertThat(bed.link.caller.requests.getLast().timeoutMs()).isEqualTo(30_000);
    }

    @Test
    void validateNeverChangesAnything() {
        answer.put("applied_changes", ConfigValue.texts(List.of("top_count")));
        assertThat(bed.run("config", "validate", "procmond", "top_count=5")).isZero();
        assertThat(sent().validateOnly()).isTrue();
        assertThat(bed.out().lines())
                .containsExactly(
                        "procmond: these changes are valid; nothing was changed",
                        "  would apply: top_count");
    }

    @Test
    void aSecretComesFromAFileOrAPipeAndIsNeverShown(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("key"), SECRET + "\n");
        bed.run("config", "apply", "procmond", "hash_key=@" + file);
        assertThat(sent().configChanges()).containsEntry("hash_key", ConfigValue.of(SECRET));
        assertThat(bed.out() + bed.err()).doesNotContain(SECRET).doesNotContain("command line");
        bed.piped(SECRET).run("config", "apply", "procmond", "hash_key=@-");
        assertThat(sent().configChanges()).containsEntry("hash_key", ConfigValue.of(SECRET));
        bed.run("config", "apply", "procmond", "hash_key=" + SECRET);
        assertThat(bed.err()).contains("use hash_key=@FILE").doesNotContain(SECRET);
        Files.writeString(file, "{\"hash_key\": \"" + SECRET + "\"}");
        bed.run("config", "diff", "procmond", "--file", file.toString());
        assertThat(bed.out()).doesNotContain(SECRET);
    }

    @Test
    void whatWasTakenBackIsAFailureForAScript() {
        answer.put("version", ConfigValue.of(6));
        answer.put("previous_version", ConfigValue.of(4));
        answer.put("rolled_back", ConfigValue.of(true));
        answer.put("rollback_reason", ConfigValue.of("version 5 did not become ready"));
        assertThat(bed.run("config", "apply", "procmond", "top_count=5")).isEqualTo(1);
        assertThat(bed.out())
                .startsWith(
                        "procmond: went back to what was before, as version 6: version 5 did not");
        assertThat(bed.run("config", "apply", "procmond", "top_count=5", "--json")).isEqualTo(1);
        assertThat(bed.field("rolled_back")).isEqualTo(ConfigValue.of(true));
    }

    @Test
    void aConflictIsToldWithTheCurrentVersion() {
        refusal =
                Optional.of(
                        RpcError.notExecuted(ErrorCode.CONFIG_CONFLICT, "it is at version 9")
                                .with("config_version", ConfigValue.of(9)));
        assertThat(bed.run("config", "apply", "procmond", "top_count=5", "--expect", "4"))
                .isEqualTo(1);
        assertThat(bed.err()).contains("it is at version 9").contains("config version: 9");
    }

    @Test
    void rollbackNamesTheVersion() {
        answer.put("version", ConfigValue.of(5));
        answer.put("previous_version", ConfigValue.of(4));
        answer.put("collector_running", ConfigValue.of(true));
        assertThat(bed.run("config", "rollback", "procmond", "2", "--expect", "4")).isZero();
        assertThat(sent().rollbackTo()).hasValue(2);
        assertThat(sent().configChanges()).isEmpty();
        assertThat(bed.out()).isEqualTo("procmond: version 5\n");
        assertThat(bed.run("config", "rollback", "procmond")).isEqualTo(2);
    }

    @Test
    void nothingToChangeAndNoCommandAreToldInASentence() {
        assertThat(bed.run("config", "apply", "procmond")).isEqualTo(2);
        assertThat(bed.err()).contains("say what to change");
        assertThat(bed.run("config")).isEqualTo(2);
        assertThat(bed.err()).contains("get, diff, validate, apply, history or rollback");
    }

    private ConfigUpdateRequest sent() {
        return (ConfigUpdateRequest) bed.link.caller.requests.getLast().payload();
    }
}
