package daemoneye.rpc.collector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class EndingTest {
    private static final Topic TASK = CollectorTopics.task(Stage.ID);

    @TempDir private Path folder;

    @Test
    void aGracefulShutdownAnswersFirstAndThenLeaves() {
        var stage = Stage.running(folder);
        var answer = (GenericPayload) shutDown(stage, ShutdownType.GRACEFUL);

        assertThat(answer.values())
                .containsEntry("shutdown_initiated", ConfigValue.of(true))
                .containsEntry(
                        "cleanup_tasks",
                        ConfigValue.texts(
                                List.of(
                                        "flush_events",
                                        "flush_audit_log",
                                        "save_state",
                                        "close_ipc_connections")))
                .containsKey("estimated_shutdown_time_ms");
        assertThat(((ConfigValue.Table) answer.values().get("cleanup_durations_ms")).entries())
                .containsOnlyKeys("flush_events", "flush_audit_log", "save_state");
        assertThat(((ConfigValue.Table) answer.values().get("cleanup_outcomes")).entries())
                .containsEntry("flush_events", ConfigValue.of("all events are published"))
                .containsOnlyKeys("flush_events", "flush_audit_log", "save_state");
        assertThat(stage.collector.ended()).isNotDone();
        stage.seconds(0.3);
        assertThat(stage.collector.ended()).isDone();
        assertThat(stage.connection.isClosed()).isTrue();
        assertThat(stage.service.isClosed()).isTrue();
        assertThat(stage.gatherer.isClosed()).isTrue();
    }

    @Test
    void everyTaskIsReportedOnTheWay() {
        var stage = Stage.running(folder);
        shutDown(stage, ShutdownType.GRACEFUL);

        assertThat(stage.service.steps())
                .containsExactly(
                        "stops gathering",
                        "flush_events: all events are published (0 ms)",
                        "flush_audit_log: every entry is on disk (0 ms)",
                        "save_state: saved to " + folder.resolve("procmond.json") + " (0 ms)");
        assertThat(stage.service.told().getFirst().facts())
                .containsOnly(entry("phase", ConfigValue.of("stopping")));
        assertThat(stage.service.told().get(1).facts())
                .containsOnly(
                        entry("phase", ConfigValue.of("cleanup")),
                        entry("task", ConfigValue.of("flush_events")),
                        entry("outcome", ConfigValue.of("all events are published")),
                        entry("duration_ms", ConfigValue.of(0)));
    }

    @Test
    void whatIsEstimatedIsWhatTheLastEndTook() {
        var first = Stage.running(folder);
        assertThat(estimate(first)).as("never measured").isZero();
        first.seconds(0.3);
        var second = Stage.running(folder);
        // Until the link was closed, 50 ms after the answer.
        assertThat(estimate(second)).isEqualTo(50);
    }

    @Test
    void anEstimateThatCannotBeUnderstoodIsNotBelieved() throws IOException {
        for (var text : List.of("", "soon", "-1", "99999999999", "1".repeat(100))) {
            Files.writeString(folder.resolve("procmond-shutdown-ms"), text);
            assertThat(estimate(Stage.running(folder))).as(text).isZero();
        }
    }

    @Test
    void anAuditLogThatCannotBeWrittenIsSaidAndStopsNothing() {
        var stage = Stage.running(folder);
        stage.auditWritable = false;
        shutDown(stage, ShutdownType.IMMEDIATE);
        stage.seconds(0.3);
        assertThat(stage.service.steps()).contains("flush_audit_log: it cannot be written (0 ms)");
        assertThat(stage.collector.ended()).isDone();
    }

    @Test
    void anImmediateEndDoesNotWaitForEvents() {
        var stage = Stage.running(folder);
        stage.gatherer.eventsEach(3);
        stage.connection.down("gone");
        stage.seconds(1.5);
        shutDown(stage, ShutdownType.IMMEDIATE);
        assertThat(stage.service.steps().get(1))
                .isEqualTo("flush_events: 3 events could not be published (0 ms)");
    }

    private static long estimate(Stage stage) {
        var answer = (GenericPayload) shutDown(stage, ShutdownType.GRACEFUL);
        return ((ConfigValue.Whole) answer.values().get("estimated_shutdown_time_ms")).value();
    }

    @Test
    void theAgentsAreToldOfTheEndAndNoBeatFollows() {
        var stage = Stage.running(folder);
        shutDown(stage, ShutdownType.GRACEFUL);
        stage.seconds(0.3);
        int beats = stage.connection.beats().size();
        stage.seconds(10);

        var told = stage.agents.asked(CollectorOperation.DEREGISTER);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().payload())
                .isEqualTo(
                        new DeregistrationRequest(
                                Stage.ID, Stage.LIFE, Optional.of("System maintenance")));
        assertThat(stage.connection.beats()).hasSize(beats);
        assertThat(stage.ticker.waitingAlarms()).isZero();
    }

    @Test
    void eventsThatWaitAreSentBeforeTheEnd() {
        var stage = Stage.running(folder);
        stage.gatherer.eventsEach(150); // more than a batch
        stage.seconds(1.01);
        var ended = stage.collector.end("the agent is gone");
        stage.seconds(1);

        assertThat(ended).isDone();
        assertThat(stage.connection.published())
                .filteredOn(each -> each.body() instanceof CollectorEvent)
                .hasSize(150);
    }

    @Test
    void withoutALinkTheEndComesWithinFiveSecondsAllTheSame() {
        var stage = Stage.running(folder);
        stage.gatherer.eventsEach(3);
        stage.connection.down("gone");
        stage.seconds(1.5);
        var ended = stage.collector.end("the agent is gone");
        stage.seconds(4.9);

        assertThat(ended).isDone();
    }

    @Test
    void whatTheLifeCameToIsSavedWhole() throws IOException {
        var stage = Stage.running(folder);
        stage.seconds(3);
        var _ = stage.collector.end("the agent is gone");
        stage.seconds(1);

        assertThat(Files.readString(folder.resolve("procmond.json")))
                .startsWith("{\"collector_id\":\"procmond\"")
                .contains("\"incarnation\":7", "\"reason\":\"the agent is gone\"")
                .contains("\"uptime_seconds\":3");
        assertThat(folder.resolve("procmond.json.new")).doesNotExist();
    }

    @Test
    void aStateThatCannotBeSavedIsSaidAndStopsNothing() throws IOException {
        var file = Files.writeString(folder.resolve("no-folder"), "");
        var stage = new Stage(file);
        stage.collector.start();
        stage.connection.up();
        shutDown(stage, ShutdownType.GRACEFUL);
        stage.seconds(0.3);

        assertThat(stage.service.steps().getLast()).startsWith("save_state: not saved, ");
        assertThat(stage.collector.ended()).isDone();
    }

    @Test
    void askedTwiceItEndsOnceAndAnswersBoth() {
        var stage = Stage.running(folder);
        var first = shutDown(stage, ShutdownType.GRACEFUL);
        var second = shutDown(stage, ShutdownType.GRACEFUL);
        stage.seconds(1);

        assertThat(second).isEqualTo(first);
        assertThat(stage.agents.asked(CollectorOperation.DEREGISTER)).hasSize(1);
    }

    @Test
    void theSuccessorIsNeverHit() {
        var stage = Stage.running(folder);
        var error =
                Requests.refused(
                        stage,
                        TASK,
                        CollectorOperation.GRACEFUL_SHUTDOWN,
                        request(ShutdownType.GRACEFUL, new Incarnation(6)));
        stage.seconds(5);

        assertThat(error.code()).isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(stage.collector.ended()).isNotDone();
    }

    @Test
    void aTypeOfANewerVersionIsRefused() {
        var error =
                Requests.refused(
                        Stage.running(folder),
                        TASK,
                        CollectorOperation.GRACEFUL_SHUTDOWN,
                        request(ShutdownType.UNKNOWN, Stage.LIFE));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
    }

    private static RpcPayload shutDown(Stage stage, ShutdownType type) {
        return Requests.done(
                stage, TASK, CollectorOperation.GRACEFUL_SHUTDOWN, request(type, Stage.LIFE));
    }

    private static ShutdownRequest request(ShutdownType type, Incarnation only) {
        return new ShutdownRequest(
                Stage.ID, type, 10_000, true, Optional.of("System maintenance"), Optional.of(only));
    }
}
