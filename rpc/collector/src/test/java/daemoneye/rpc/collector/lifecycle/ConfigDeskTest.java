package daemoneye.rpc.collector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// GetConfig and UpdateConfig at the collector.
class ConfigDeskTest {
    private static final Topic TASK = CollectorTopics.task(Stage.ID);
    private static final Topic CONFIG = CollectorTopics.config(Stage.ID);

    @TempDir private Path folder;

    @Test
    void theUpdateOfTheDesignIsAnsweredAsTheDesignSays() {
        var answer =
                update(
                        Stage.running(folder),
                        Map.of(
                                "scan_interval_ms", ConfigValue.of(25_000),
                                "batch_size", ConfigValue.of(500),
                                "enable_hash_verification", ConfigValue.of(true)));

        assertThat(texts(answer, "applied_changes"))
                .containsExactlyInAnyOrder("scan_interval_ms", "batch_size");
        assertThat(texts(answer, "skipped_changes")).containsExactly("enable_hash_verification");
        assertThat(answer).containsEntry("restart_required", ConfigValue.of(false));
        assertThat(answer).containsKey("rollback_available");
    }

    @Test
    void anotherScanIntervalHoldsWithoutARestart() {
        var stage = Stage.running(folder);
        stage.seconds(10);
        int before = stage.gatherer.scans();
        update(stage, Map.of("scan_interval_ms", ConfigValue.of(100)));
        stage.seconds(10);

        assertThat(before).isEqualTo(11);
        assertThat(stage.gatherer.scans() - before).isBetween(99, 101);
    }

    @Test
    void anotherBatchSizeHoldsWithoutARestart() {
        var stage = Stage.running(folder);
        update(
                stage,
                Map.of(
                        "batch_size", ConfigValue.of(1),
                        "scan_interval_ms", ConfigValue.of(3_600_000)));
        stage.gatherer.eventsEach(50);
        Requests.done(stage, TASK, CollectorOperation.EXECUTE_TASK, Requests.scanNow());
        stage.seconds(1.4);

        assertThat(Requests.health(stage).metrics()).containsEntry("events_published", 10.0);
    }

    @Test
    void theBoundOfEventsHoldsWithoutARestart() {
        var stage = Stage.running(folder);
        stage.gatherer.eventsEach(50);
        update(stage, Map.of("max_events_per_scan", ConfigValue.of(2)));
        stage.seconds(1);

        assertThat(Requests.health(stage).metrics()).containsEntry("events_dropped", 48.0);
    }

    @Test
    void theVersionThatTheAgentAddsIsInTheNextBeatAtOnce() {
        var stage = Stage.running(folder);
        var answer =
                update(
                        stage,
                        Map.of(
                                "batch_size", ConfigValue.of(7),
                                "config_version", ConfigValue.of(9)));

        assertThat(answer)
                .containsEntry("version", ConfigValue.of(9))
                .containsEntry("previous_version", ConfigValue.of(3));
        assertThat(stage.connection.beats().getLast().configVersion()).isEqualTo(9);
    }

    @Test
    void whatNeedsARestartIsSaidAndWaits() {
        var stage = Stage.running(folder);
        var answer = update(stage, Map.of("event_queue_capacity", ConfigValue.of(200)));

        assertThat(answer).containsEntry("restart_required", ConfigValue.of(true));
        assertThat(texts(answer, "restart_changes")).containsExactly("event_queue_capacity");
        assertThat(texts(config(stage, TASK), "pending_restart"))
                .containsExactly("event_queue_capacity");
        assertThat(Requests.health(stage).components().get("event_bus").message())
                .contains("Connected, 0 of 5,000 events wait");
    }

    static Stream<Map<String, ConfigValue>> refused() {
        ConfigValue tower = ConfigValue.of(1);
        for (int level = 0; level < 100_000; level++) {
            tower = new ConfigValue.Items(List.of(tower));
        }
        return Stream.of(
                Map.of("no_such", ConfigValue.of(1)),
                Map.of("scan_interval_ms", ConfigValue.of(99)),
                Map.of("scan_interval_ms", ConfigValue.of("soon")),
                Map.of("scan_interval_ms", ConfigValue.of(Double.NaN)),
                Map.of("scan_interval_ms", tower),
                Map.of("hash_key", ConfigValue.of("x".repeat(10_000_000))),
                Map.of("watched_folders", ConfigValue.texts(List.of("/tmp"))),
                Map.of(
                        "required_capabilities",
                        new ConfigValue.Items(
                                Collections.nCopies(1_000_000, ConfigValue.of("CAP_KILL")))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatDoesNotFitIsRefusedWithItsPathAndNothingChanges(Map<String, ConfigValue> changes) {
        var stage = Stage.running(folder);
        var before = stage.settings.now();
        var error =
                Requests.refused(
                        stage,
                        TASK,
                        CollectorOperation.UPDATE_CONFIG,
                        ConfigUpdateRequest.of(Stage.ID, changes));

        var path = changes.keySet().iterator().next();
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.message()).contains(path).hasSizeLessThan(400);
        assertThat(error.context().get("field").toString()).startsWith("config_changes." + path);
        assertThat(stage.settings.now()).isSameAs(before);
    }

    @Test
    void validatingChangesNothingWhateverElseIsSet() {
        var stage = Stage.running(folder);
        var before = stage.settings.now();
        var wish =
                new ConfigUpdateRequest(
                        Stage.ID,
                        Map.of(
                                "batch_size", ConfigValue.of(7),
                                "config_version", ConfigValue.of(9)),
                        true,
                        true,
                        true,
                        OptionalLong.empty(),
                        Optional.empty());
        var answer = values(Requests.done(stage, TASK, CollectorOperation.UPDATE_CONFIG, wish));

        assertThat(texts(answer, "applied_changes")).containsExactly("batch_size");
        assertThat(stage.settings.now()).isSameAs(before);
    }

    @Test
    void anUpdateForAnotherCollectorIsRefused() {
        var wish = ConfigUpdateRequest.of(new CollectorId("netmond"), Map.of());

        assertThat(
                        Requests.refused(
                                        Stage.running(folder),
                                        TASK,
                                        CollectorOperation.UPDATE_CONFIG,
                                        wish)
                                .message())
                .isEqualTo("collector_id is netmond, but this is procmond");
    }

    @Test
    void withoutAnAgentTheConfigTopicIsAnsweredWithTheExpectedVersionOnly() {
        var stage = new Stage(folder, Map.of(), Optional.empty());
        stage.collector.start();
        var stale =
                new ConfigUpdateRequest(
                        Stage.ID,
                        Map.of("batch_size", ConfigValue.of(7)),
                        false,
                        false,
                        true,
                        OptionalLong.of(5),
                        Optional.empty());
        var error = Requests.refused(stage, CONFIG, CollectorOperation.UPDATE_CONFIG, stale);
        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_CONFLICT.name());
        assertThat(error.context()).containsEntry("config_version", ConfigValue.of(1));

        var fresh = ConfigUpdateRequest.of(Stage.ID, Map.of("batch_size", ConfigValue.of(7)));
        assertThat(values(Requests.done(stage, CONFIG, CollectorOperation.UPDATE_CONFIG, fresh)))
                .containsEntry("version", ConfigValue.of(2));
    }

    @Test
    void withAnAgentTheConfigTopicChangesNothingBehindItsBack() {
        var error =
                Requests.refused(
                        Stage.running(folder),
                        CONFIG,
                        CollectorOperation.UPDATE_CONFIG,
                        ConfigUpdateRequest.of(Stage.ID, Map.of("batch_size", ConfigValue.of(7))));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_NOT_SUPPORTED.name());
    }

    @Test
    void aSecretIsMaskedInEveryAnswer() {
        var stage = Stage.running(folder);
        var secret = "0123456789abcdef";
        var update = update(stage, Map.of("hash_key", ConfigValue.of(secret)));
        var config = config(stage, TASK);

        assertThat(update.toString() + config).doesNotContain(secret);
        assertThat(((ConfigValue.Table) config.get("config")).entries())
                .containsEntry("hash_key", ConfigValue.of("••••"));
        assertThat(stage.settings.now().text("hash_key")).isEqualTo(secret);
    }

    @Test
    void oldVersionsAreNotKeptHere() {
        RpcPayload old = new GenericPayload(Map.of("version", ConfigValue.of(1)));

        assertThat(
                        Requests.refused(
                                        Stage.running(folder),
                                        TASK,
                                        CollectorOperation.GET_CONFIG,
                                        old)
                                .message())
                .isEqualTo("procmond keeps no old versions: ask for version 3 or for none");
    }

    private static Map<String, ConfigValue> update(Stage stage, Map<String, ConfigValue> changes) {
        return values(
                Requests.done(
                        stage,
                        TASK,
                        CollectorOperation.UPDATE_CONFIG,
                        ConfigUpdateRequest.of(Stage.ID, changes)));
    }

    private static Map<String, ConfigValue> config(Stage stage, Topic topic) {
        return values(
                Requests.done(stage, topic, CollectorOperation.GET_CONFIG, new EmptyPayload()));
    }

    private static Map<String, ConfigValue> values(RpcPayload payload) {
        return ((GenericPayload) payload).values();
    }

    private static List<String> texts(Map<String, ConfigValue> answer, String name) {
        return ((ConfigValue.Items) answer.get(name))
                .values().stream().map(ConfigValue::toString).toList();
    }
}
