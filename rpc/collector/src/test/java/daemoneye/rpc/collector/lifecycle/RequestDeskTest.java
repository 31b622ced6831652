package daemoneye.rpc.collector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class RequestDeskTest {
    private static final Topic TASK = CollectorTopics.task(Stage.ID);

    @TempDir private Path folder;

    @Test
    void healthIsAnsweredAsInTheDesign() {
        var stage = Stage.running(folder);
        stage.seconds(3.5);

        var health = Requests.health(stage);

        assertThat(health.status()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(health.components())
                .containsOnlyKeys("process_enumeration", "event_bus", "registration");
        assertThat(health.components().get("process_enumeration").message())
                .contains("Enumerating 1,234 processes");
        assertThat(health.components().get("event_bus").message())
                .contains("Connected, 0 of 5,000 events wait");
        assertThat(health.metrics())
                .containsKeys("cpu_usage_percent", "memory_usage_mb", "events_published")
                .containsEntry("processes_per_second", 156.7);
        assertThat(health.uptimeSeconds()).isEqualTo(3);
        assertThat(health.errorCount()).isZero();
        assertThat(health.lastHeartbeat())
                .isEqualTo(stage.connection.beats().getLast().timestamp());
    }

    @Test
    void healthIsTheVerySameUntilSomethingChanges() {
        var stage = Stage.running(folder);
        stage.seconds(3.5);
        var first = Requests.health(stage);
        assertThat(Requests.health(stage)).isSameAs(first);

        stage.seconds(1);

        var later = Requests.health(stage);
        assertThat(later.uptimeSeconds()).isEqualTo(4);
        assertThat(later.lastHeartbeat()).isAfter(first.lastHeartbeat());
    }

    @Test
    void aGathererWithABugIsUnhealthyAndTheCollectorLivesOn() {
        var stage = Stage.running(folder);
        stage.gatherer.breakDown();
        stage.seconds(3.5);

        var health = Requests.health(stage);

        assertThat(health.status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(health.components().get("process_enumeration").message().orElseThrow())
                .contains("a bug");
        assertThat(health.errorCount()).isEqualTo(3);
        assertThat(stage.connection.beats().getLast().status()).isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void aLostLinkDegradesTheBusAndKeepsTheEvents() {
        var stage = Stage.running(folder);
        stage.connection.down("connection refused");
        stage.gatherer.eventsEach(3);
        stage.seconds(3.5);

        var health = Requests.health(stage);

        assertThat(health.components().get("event_bus").message())
                .contains("No link to the broker: connection refused");
        assertThat(health.metrics()).containsEntry("events_queued", 9.0);
    }

    @Test
    void anAuditLogThatCannotBeWrittenDegradesItUntilItCan() {
        var stage = Stage.running(folder);
        stage.seconds(3.5);
        stage.audit = new Standing.Unavailable("No space left on device", stage.ticker.now());
        var health = Requests.health(stage);
        assertThat(health.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(health.components().get("audit_log").message())
                .contains("Changes are refused, no audit log: No space left on device");
        stage.audit = new Standing.Working();
        assertThat(Requests.health(stage).components()).doesNotContainKey("audit_log");
    }

    @Test
    void pausingStopsTheGatheringAndIsSeenInTheNextBeat() {
        var stage = Stage.running(folder);
        var answer =
                Requests.done(
                        stage,
                        TASK,
                        CollectorOperation.PAUSE,
                        CollectorLifecycleRequest.of(Stage.ID));
        int scans = stage.gatherer.scans();
        stage.seconds(5);

        assertThat(answer).isEqualTo(new GenericPayload(Map.of("paused", ConfigValue.of(true))));
        assertThat(stage.gatherer.scans()).isEqualTo(scans);
        assertThat(stage.connection.beats()).filteredOn(beat -> beat.paused()).hasSizeBetween(5, 7);
        assertThat(Requests.health(stage).components().get("process_enumeration").message())
                .contains("Paused, nothing is gathered");
    }

    @Test
    void resumingGathersAgain() {
        var stage = Stage.running(folder);
        Requests.done(stage, TASK, CollectorOperation.PAUSE, new EmptyPayload());
        stage.seconds(5);
        int scans = stage.gatherer.scans();
        Requests.done(stage, TASK, CollectorOperation.RESUME, new EmptyPayload());
        stage.seconds(3);

        assertThat(stage.gatherer.scans()).isGreaterThanOrEqualTo(scans + 2);
        assertThat(stage.connection.beats().getLast().paused()).isFalse();
    }

    @Test
    void aRequestForAnotherLifeIsRefused() {
        var stage = Stage.running(folder);
        var error =
                Requests.refused(
                        stage,
                        TASK,
                        CollectorOperation.PAUSE,
                        onlyFor(Stage.ID, new Incarnation(6)));

        assertThat(error.code()).isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(stage.connection.beats().getLast().paused()).isFalse();
    }

    @Test
    void aRequestForAnotherCollectorIsRefused() {
        var error =
                Requests.refused(
                        Stage.running(folder),
                        TASK,
                        CollectorOperation.PAUSE,
                        CollectorLifecycleRequest.of(new CollectorId("netmond")));

        assertThat(error.message()).isEqualTo("collector_id is netmond, but this is procmond");
    }

    @Test
    void aPayloadOfAnotherKindIsRefused() {
        RpcPayload odd = new TaskRequest(Stage.ID, "scan-now", Map.of());

        assertThat(
                        Requests.refused(Stage.running(folder), TASK, CollectorOperation.PAUSE, odd)
                                .code())
                .isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
    }

    @Test
    void whatTheAgentAnswersIsNotOfferedHere() {
        var error =
                Requests.refused(
                        Stage.running(folder),
                        TASK,
                        CollectorOperation.START,
                        CollectorLifecycleRequest.of(Stage.ID));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_NOT_SUPPORTED.name());
    }

    @Test
    void configurationIsToldWithItsVersion() {
        var config =
                (GenericPayload)
                        Requests.done(
                                Stage.running(folder),
                                CollectorTopics.config(Stage.ID),
                                CollectorOperation.GET_CONFIG,
                                new EmptyPayload());

        assertThat(config.values()).containsEntry("config_version", ConfigValue.of(3));
        var table = (ConfigValue.Table) config.values().get("config");
        assertThat(table.entries())
                .containsEntry("scan_interval_ms", ConfigValue.of(1_000))
                .containsEntry("batch_size", ConfigValue.of(100));
    }

    @Test
    void capabilitiesTellWhatThisProcessReallyHas() {
        var capabilities =
                (CapabilitiesData)
                        Requests.done(
                                Stage.running(folder),
                                TASK,
                                CollectorOperation.GET_CAPABILITIES,
                                new EmptyPayload());

        assertThat(capabilities.eventTypes()).containsExactly("process");
        assertThat(capabilities.features())
                .containsEntry("hash_verification", true)
                .containsEntry("real_time_monitoring", false);
        assertThat(capabilities.resourceRequirements().requiredPrivileges())
                .containsExactly("process_enumeration");
    }

    @Test
    void aScanCanBeAskedForEvenWhilePaused() {
        var stage = Stage.running(folder);
        Requests.done(stage, TASK, CollectorOperation.PAUSE, new EmptyPayload());
        var answer = (GenericPayload) task(stage, "scan-now");

        assertThat(answer.values().get("metrics"))
                .isEqualTo(
                        new ConfigValue.Table(
                                Map.of("processes_per_second", ConfigValue.of(156.7))));
    }

    @Test
    void anUnknownTaskIsRefusedWithTheKnownOnes() {
        var error =
                Requests.refused(
                        Stage.running(folder),
                        TASK,
                        CollectorOperation.EXECUTE_TASK,
                        new TaskRequest(Stage.ID, "format-disk", Map.of()));

        assertThat(error.message())
                .isEqualTo("no task \"format-disk\": there are scan-now and diagnostics");
    }

    private static RpcPayload task(Stage stage, String type) {
        return Requests.done(
                stage,
                TASK,
                CollectorOperation.EXECUTE_TASK,
                new TaskRequest(Stage.ID, type, Map.of()));
    }

    private static CollectorLifecycleRequest onlyFor(CollectorId id, Incarnation life) {
        return new CollectorLifecycleRequest(
                id,
                "",
                Map.of(),
                Map.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(life));
    }
}
