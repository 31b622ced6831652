package daemoneye.rpc.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeSteering;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class ConfigDeskTest extends ConfigBed {
    private static final ConfigValue SECRET = ConfigValue.of("correct-horse-battery-staple");
    private static final ConfigValue MASK = ConfigValue.of(SettingsSchema.MASK);

    @Test
    void whatIsAskedForIsWhatTheNextAgentStillKnows() throws Exception {
        fleet.ticker.advance(Duration.ofSeconds(3));
        done(Map.of("scan_interval_ms", ConfigValue.of(2000)));
        desk = reopened();
        assertThat(get())
                .containsEntry("config_version", ConfigValue.of(2))
                .containsEntry("schema", ConfigValue.of("process-monitor"))
                .containsEntry("by", ConfigValue.of("tester#1"))
                .containsEntry("client_id", ConfigValue.of("test"))
                .containsEntry("pending_restart", ConfigValue.texts(List.of()));
        assertThat(config(get())).containsEntry("scan_interval_ms", ConfigValue.of(2000));
        assertThat(config(get())).containsEntry("top_count", ConfigValue.of(10));
    }

    @Test
    void eachWrongValueIsRefusedWithItsPathAndNothingChanges() throws Exception {
        var error =
                failed(
                        change(
                                Map.of(
                                        "scan_interval_ms", ConfigValue.of(1),
                                        "no_such", ConfigValue.of(1),
                                        "top_count", ConfigValue.of("ten"),
                                        "batch_size", ConfigValue.of(7))));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(((ConfigValue.Table) error.context().get("refused_changes")).entries())
                .containsOnlyKeys("scan_interval_ms", "no_such", "top_count");
        assertThat(((ConfigValue.Items) error.context().get("paths")).values())
                .containsExactlyInAnyOrder(
                        ConfigValue.of("config_changes.scan_interval_ms"),
                        ConfigValue.of("config_changes.no_such"),
                        ConfigValue.of("config_changes.top_count"));
        assertUntouched();
    }

    @Test
    void aVersionThatIsNotExpectedIsAConflictThatTellsWhoWasFirst() throws Exception {
        done(Map.of("top_count", ConfigValue.of(5)));
        var stale =
                new ConfigUpdateRequest(
                        Fleet.PROCMOND,
                        Map.of("top_count", ConfigValue.of(6)),
                        false,
                        false,
                        true,
                        OptionalLong.of(1),
                        Optional.empty());
        var error = failed(stale);
        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_CONFLICT.name());
        assertThat(error.context())
                .containsEntry("config_version", ConfigValue.of(2))
                .containsEntry("expected_version", ConfigValue.of(1))
                .containsEntry("by", ConfigValue.of("tester#1"));
        assertThat(config(get())).containsEntry("top_count", ConfigValue.of(5));
    }

    @Test
    void validationChangesNothingWhateverElseIsSaid() throws Exception {
        var wish =
                new ConfigUpdateRequest(
                        Fleet.PROCMOND,
                        Map.of(
                                "top_count", ConfigValue.of(5),
                                "event_queue_capacity", ConfigValue.of(6000)),
                        true,
                        true,
                        true,
                        OptionalLong.empty(),
                        Optional.empty());
        assertThat(report(desk.update(call(wish))))
                .containsEntry("applied_changes", ConfigValue.texts(List.of("top_count")))
                .containsEntry(
                        "restart_changes", ConfigValue.texts(List.of("event_queue_capacity")))
                .containsEntry("version", ConfigValue.of(1));
        assertUntouched();
    }

    @Test
    void nobodyIsDisturbedWhileItStartsOrStops() throws Exception {
        for (var state : List.of(ProcessState.STARTING, ProcessState.STOPPING)) {
            collector.state = state;
            assertThat(failed(change(Map.of("top_count", ConfigValue.of(6)))).code())
                    .isEqualTo(ErrorCode.COLLECTOR_BUSY.name());
        }
        assertUntouched();
    }

    @Test
    void aVersionThatIsNotKeptIsRefused() throws Exception {
        var error = failed(ConfigUpdateRequest.backTo(Fleet.PROCMOND, 7));
        assertThat(error.message()).isEqualTo("there is no version 7: versions 1 to 1 are kept");
        assertThat(error.context()).containsEntry("field", ConfigValue.of("rollback_to"));
        var old = desk.get(asking(Map.of("version", ConfigValue.of(7))));
        assertThat(((Answer.Failure) old).error().code())
                .isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
    }

    @Test
    void secretsAreNeverShownAndAMaskLeavesThemAlone() throws Exception {
        done(Map.of("hash_key", SECRET));
        assertThat(collector.applied.getLast()).containsEntry("hash_key", SECRET);
        done(Map.of("hash_key", MASK, "top_count", ConfigValue.of(5)));
        assertThat(collector.applied.getLast()).doesNotContainKey("hash_key");
        done(Map.of("hash_key", ConfigValue.of("another-secret-of-that-kind")));
        collector.onApply = FakeSteering.failure("no");
        done(Map.of("hash_key", ConfigValue.of("a-third-one-that-is-refused")));
        var all =
                List.of(
                        get(),
                        report(desk.get(asking(Map.of("version", ConfigValue.of(2))))),
                        report(desk.get(asking(Map.of("history", ConfigValue.of(99))))));
        assertThat(all.toString())
                .contains(SettingsSchema.MASK)
                .doesNotContain("correct-horse", "another-secret", "a-third-one");
        assertThat(Files.readString(folder.resolve("procmond.json"))).contains("correct-horse");
        assertThat(failed(change(Map.of("hash_key", ConfigValue.of(true)))).toString())
                .doesNotContain("another-secret");
    }

    @Test
    void theHistoryTellsWhoWhenWhyWhatAndForHowLong() throws Exception {
        fleet.ticker.advance(Duration.ofSeconds(10));
        var wish =
                new ConfigUpdateRequest(
                        Fleet.PROCMOND,
                        Map.of("top_count", ConfigValue.of(5)),
                        false,
                        false,
                        true,
                        OptionalLong.empty(),
                        Optional.of("fewer"));
        desk.update(call(wish));
        fleet.ticker.advance(Duration.ofSeconds(5));
        done(Map.of("top_count", new ConfigValue.Nothing()));
        var answer = report(desk.get(asking(Map.of("history", ConfigValue.of(2)))));
        var entries = ((ConfigValue.Items) answer.get("history")).values();
        assertThat(entries).hasSize(2);
        assertThat(((ConfigValue.Table) entries.get(1)).entries())
                .containsEntry("version", ConfigValue.of(2))
                .containsEntry("by", ConfigValue.of("tester#1"))
                .containsEntry("reason", ConfigValue.of("fewer"))
                .containsEntry("live_ms", ConfigValue.of(5000))
                .containsEntry(
                        "changes", new ConfigValue.Table(Map.of("top_count", ConfigValue.of(5))));
        assertThat(((ConfigValue.Table) entries.get(0)).entries())
                .doesNotContainKey("live_ms")
                .containsEntry(
                        "changes",
                        new ConfigValue.Table(Map.of("top_count", new ConfigValue.Nothing())));
    }

    @Test
    void requestsThatMakeNoSenseAreRefusedByField() throws Exception {
        assertThat(field(change(Map.of()))).isEqualTo("config_changes");
        assertThat(
                        field(
                                new ConfigUpdateRequest(
                                        Fleet.PROCMOND,
                                        Map.of("top_count", ConfigValue.of(5)),
                                        false,
                                        false,
                                        true,
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        OptionalLong.of(1))))
                .isEqualTo("config_changes");
        assertThat(field(ConfigUpdateRequest.of(new CollectorId("other"), Map.of())))
                .isEqualTo("collector_id");
        for (var wrong :
                List.of(
                        Map.of("odd", ConfigValue.of(1)),
                        Map.of("version", ConfigValue.of(0)),
                        Map.of("history", ConfigValue.of(-1)),
                        Map.of("version", ConfigValue.of(1), "history", ConfigValue.of(1)))) {
            assertThat(desk.get(asking(wrong))).isInstanceOf(Answer.Failure.class);
        }
        assertUntouched();
    }

    @Test
    void aDiskThatDoesNotWorkIsNamedAndTheCollectorHearsNothing() throws Exception {
        var blocked = Files.createFile(folder.resolve("blocked"));
        var config = new Configurations(blocked, Fleet.AGENT, fleet.ticker).of(Fleet.SPEC);
        desk = new ConfigDesk(config, Fleet.AGENT, call -> collector);
        var error = failed(change(Map.of("top_count", ConfigValue.of(5))));
        assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_NOT_SAVED.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(collector.deeds).isEmpty();
        assertThat(get()).containsEntry("config_version", ConfigValue.of(1));
    }

    @Test
    void aDamagedFileIsToldInEveryAnswer() throws Exception {
        done(Map.of("top_count", ConfigValue.of(5)));
        done(Map.of("top_count", ConfigValue.of(6)));
        Files.writeString(folder.resolve("procmond.json"), "{}");
        desk = reopened();
        assertThat(get().get("warning").toString()).contains("procmond.json.corrupt-");
        assertThat(config(get())).containsEntry("top_count", ConfigValue.of(5));
        assertThat(done(Map.of("top_count", ConfigValue.of(7)))).containsKey("warning");
    }

    private String field(ConfigUpdateRequest wish) throws Exception {
        var error = failed(wish);
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        return String.valueOf(error.context().get("field"));
    }
}
