package daemoneye.rpc.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeSteering;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class RolloutTest extends ConfigBed {
    @Test
    void hotValuesGoToTheRunningCollectorWithTheirVersionAndNothingElse() throws Exception {
        var report =
                done(
                        Map.of(
                                "scan_interval_ms", ConfigValue.of(2000),
                                "batch_size", ConfigValue.of(100)));
        assertThat(collector.applied)
                .containsExactly(Map.of("scan_interval_ms", ConfigValue.of(2000)));
        assertThat(collector.versions).containsExactly(2L);
        assertThat(report)
                .containsEntry("applied_changes", ConfigValue.texts(List.of("scan_interval_ms")))
                .containsEntry("skipped_changes", ConfigValue.texts(List.of("batch_size")))
                .containsEntry("refused_changes", new ConfigValue.Table(Map.of()))
                .containsEntry("restart_required", ConfigValue.of(false))
                .containsEntry("rollback_available", ConfigValue.of(true))
                .containsEntry("version", ConfigValue.of(2))
                .containsEntry("previous_version", ConfigValue.of(1))
                .containsEntry("rolled_back", ConfigValue.of(false))
                .containsEntry("restarted", ConfigValue.of(false));
    }

    @Test
    void aCollectorThatRefusesGetsItsOldValuesBackAsANewVersion() throws Exception {
        done(Map.of("top_count", ConfigValue.of(5)));
        collector.onApply = FakeSteering.failure("no");
        var report = done(Map.of("top_count", ConfigValue.of(6)));
        assertThat(report)
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("version", ConfigValue.of(4))
                .containsEntry("previous_version", ConfigValue.of(2))
                .containsEntry("applied_changes", ConfigValue.texts(List.of()))
                .containsEntry(
                        "rollback_reason", ConfigValue.of("version 3 could not be applied: no"));
        assertThat(collector.applied.getLast()).isEqualTo(Map.of("top_count", ConfigValue.of(5)));
        assertThat(collector.versions).containsExactly(2L, 3L, 4L);
        assertThat(get()).containsEntry("by", ConfigValue.of(Fleet.AGENT));
        assertThat(config(get())).containsEntry("top_count", ConfigValue.of(5));
    }

    @Test
    void aCollectorThatSaysThatItRefusedOnePartIsTakenAtItsWord() throws Exception {
        collector.onApply =
                Answer.done(
                        new GenericPayload(
                                Map.of(
                                        "refused_changes",
                                        new ConfigValue.Table(
                                                Map.of("top_count", ConfigValue.of("odd"))))));
        assertThat(done(Map.of("top_count", ConfigValue.of(6))))
                .containsEntry("rolled_back", ConfigValue.of(true));
    }

    @Test
    void withoutRollbackTheNewValuesWaitForARestart() throws Exception {
        collector.onApply = FakeSteering.failure("no");
        var wish =
                new ConfigUpdateRequest(
                        Fleet.PROCMOND,
                        Map.of("top_count", ConfigValue.of(6)),
                        false,
                        false,
                        false,
                        OptionalLong.empty(),
                        Optional.empty());
        assertThat(report(desk.update(call(wish))))
                .containsEntry("rolled_back", ConfigValue.of(false))
                .containsEntry("apply_error", ConfigValue.of("no"))
                .containsEntry("restart_changes", ConfigValue.texts(List.of("top_count")));
        assertThat(get()).containsEntry("pending_restart", ConfigValue.texts(List.of("top_count")));
    }

    @Test
    void whatNeedsARestartWaitsForItUnlessOneIsAskedFor() throws Exception {
        var report = done(Map.of("event_queue_capacity", ConfigValue.of(6000)));
        assertThat(report)
                .containsEntry("applied_changes", ConfigValue.texts(List.of()))
                .containsEntry("restart_required", ConfigValue.of(true));
        assertThat(collector.deeds).isEmpty();
        assertThat(pending()).containsExactly(ConfigValue.of("event_queue_capacity"));
        done(Map.of("event_queue_capacity", ConfigValue.of(5000)));
        assertThat(pending()).isEmpty();
    }

    @Test
    void aRestartMakesEverythingHold() throws Exception {
        done(Map.of("event_queue_capacity", ConfigValue.of(6000)));
        var report = report(desk.update(call(restarting(Map.of("top_count", ConfigValue.of(3))))));
        assertThat(report)
                .containsEntry("restarted", ConfigValue.of(true))
                .containsEntry("restart_required", ConfigValue.of(false))
                .containsEntry(
                        "applied_changes",
                        ConfigValue.texts(List.of("top_count", "event_queue_capacity")));
        assertThat(collector.deeds).containsExactly("restart");
    }

    @Test
    void aRestartThatDoesNotBecomeReadyGoesBackAndStartsWithWhatWas() throws Exception {
        collector.onRestart = FakeSteering.failure("it died");
        var report =
                report(
                        desk.update(
                                call(
                                        restarting(
                                                Map.of(
                                                        "event_queue_capacity",
                                                        ConfigValue.of(6000))))));
        assertThat(collector.deeds).containsExactly("restart", "start");
        assertThat(report)
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("restarted", ConfigValue.of(true))
                .containsEntry("version", ConfigValue.of(3));
        assertThat(config(get())).containsEntry("event_queue_capacity", ConfigValue.of(5000));
    }

    @Test
    void whatAlreadyWaitedIsKeptUnlessItFailsToo() throws Exception {
        done(Map.of("event_queue_capacity", ConfigValue.of(6000)));
        collector.onRestart = FakeSteering.failure("it died");
        var wish = restarting(Map.of("required_capabilities", texts("CAP_KILL")));
        desk.update(call(wish));
        assertThat(config(get())).containsEntry("event_queue_capacity", ConfigValue.of(6000));
        done(Map.of("event_queue_capacity", ConfigValue.of(7000)));
        collector.onStart = FakeSteering.failure("still");
        collector.deeds.clear();
        var error = failed(wish);
        assertThat(collector.deeds).containsExactly("restart", "start", "start");
        assertThat(error.message()).isEqualTo("still");
        assertThat(error.context()).containsEntry("rolled_back", ConfigValue.of(true));
        assertThat(config(get())).containsEntry("event_queue_capacity", ConfigValue.of(6000));
    }

    @Test
    void aCollectorThatCannotBeStoppedRunsOnWithWhatWas() throws Exception {
        collector.onRestart = FakeSteering.failure("it does not end");
        collector.diesOfRestart = false;
        var report =
                report(
                        desk.update(
                                call(
                                        restarting(
                                                Map.of(
                                                        "event_queue_capacity",
                                                        ConfigValue.of(6000))))));
        assertThat(collector.deeds).containsExactly("restart");
        assertThat(report)
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("restarted", ConfigValue.of(false));
        assertThat(pending()).isEmpty();
    }

    @Test
    void withoutAProcessItIsKeptForTheNextStart() throws Exception {
        collector.state = ProcessState.STOPPED;
        var config = new Configurations(folder, Fleet.AGENT, fleet.ticker);
        var report =
                done(
                        Map.of(
                                "event_queue_capacity", ConfigValue.of(6000),
                                "top_count", ConfigValue.of(3)));
        assertThat(report)
                .containsEntry("collector_running", ConfigValue.of(false))
                .containsEntry("restart_required", ConfigValue.of(false));
        assertThat(collector.deeds).isEmpty();
        assertThat(config.atStart(Fleet.SPEC))
                .containsEntry("config_version", ConfigValue.of(2))
                .containsEntry("event_queue_capacity", ConfigValue.of(6000))
                .containsEntry("top_count", ConfigValue.of(3))
                .hasSize(3);
    }

    @Test
    void aStartTakesAllThatWaited() throws Exception {
        var configurations = new Configurations(folder, Fleet.AGENT, fleet.ticker);
        desk = new ConfigDesk(configurations.of(Fleet.SPEC), Fleet.AGENT, call -> collector);
        done(Map.of("event_queue_capacity", ConfigValue.of(6000)));
        assertThat(pending()).hasSize(1);
        configurations.atStart(Fleet.SPEC);
        assertThat(pending()).isEmpty();
        desk = reopened();
        assertThat(pending()).isEmpty();
    }

    @Test
    void anOldVersionComesBackAsANewOne() throws Exception {
        done(Map.of("top_count", ConfigValue.of(5)));
        done(Map.of("top_count", ConfigValue.of(6), "batch_size", ConfigValue.of(7)));
        var report = report(desk.update(call(ConfigUpdateRequest.backTo(Fleet.PROCMOND, 2))));
        assertThat(report).containsEntry("version", ConfigValue.of(4));
        assertThat(collector.applied.getLast())
                .isEqualTo(
                        Map.of(
                                "top_count", ConfigValue.of(5),
                                "batch_size", ConfigValue.of(100)));
        assertThat(get()).containsEntry("reason", ConfigValue.of("back to version 2"));
    }
}
