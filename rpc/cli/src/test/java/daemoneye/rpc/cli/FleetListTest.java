package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.Samples;
import daemoneye.rpc.cli.fake.ScriptedCaller;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class FleetListTest {
    private static final RpcError TOO_LATE =
            RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "no answer in time");

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @Test
    void aScriptGetsEveryFieldOfEveryCollector() {
        listed(Samples.running("procmond"));
        healthy("procmond");
        assertThat(bed.run("fleet", "list", "--json")).isZero();

        assertThat(bed.document().entries().keySet())
                .containsExactly("at", "broker", "agents", "collectors");
        assertThat(bed.field("broker", "name")).isEqualTo(ConfigValue.of("test-broker"));
        assertThat(bed.field("agents", "0", "agent_id")).isEqualTo(ConfigValue.of("agent-desk"));
        assertThat(((ConfigValue.Table) bed.field("collectors", "0")).entries().keySet())
                .containsExactly(
                        "collector_id",
                        "collector_type",
                        "host",
                        "agent_id",
                        "state",
                        "state_reason",
                        "liveness",
                        "health",
                        "health_reason",
                        "pid",
                        "incarnation",
                        "uptime_seconds",
                        "last_heartbeat_age_ms",
                        "config_version",
                        "restarts",
                        "last_exit",
                        "event_types",
                        "components",
                        "metrics");
    }

    @Test
    void aCollectorThatAnswersIsLive() {
        listed(Samples.running("procmond"));
        healthy("procmond");
        bed.run("fleet", "list", "--json");

        assertThat(first("state")).isEqualTo(ConfigValue.of("running"));
        assertThat(first("liveness")).isEqualTo(ConfigValue.of("live"));
        assertThat(first("health")).isEqualTo(ConfigValue.of("healthy"));
        assertThat(first("pid")).isEqualTo(ConfigValue.of(4711));
        assertThat(first("incarnation")).isEqualTo(ConfigValue.of(17));
        assertThat(first("last_heartbeat_age_ms")).isEqualTo(ConfigValue.of(400));
        assertThat(first("last_exit")).isEqualTo(new ConfigValue.Nothing());
        assertThat(bed.link.caller.requests)
                .extracting(request -> request.operation())
                .containsExactly(
                        CollectorOperation.LIST_COLLECTORS, CollectorOperation.HEALTH_CHECK);
    }

    @Test
    void aCollectorThatIsGoneIsDownWithItsLastExitAndIsNotAsked() {
        listed(Samples.failed("procmond"));
        bed.run("fleet", "list", "--json");

        assertThat(first("state")).isEqualTo(ConfigValue.of("failed"));
        assertThat(first("liveness")).isEqualTo(ConfigValue.of("down"));
        assertThat(first("health")).isEqualTo(ConfigValue.of("unknown"));
        assertThat(first("pid")).isEqualTo(new ConfigValue.Nothing());
        assertThat(bed.field("collectors", "0", "last_exit", "signal"))
                .isEqualTo(ConfigValue.of("SIGKILL"));
        assertThat(bed.field("collectors", "0", "last_exit", "exit_code"))
                .isEqualTo(new ConfigValue.Nothing());
        assertThat(bed.link.caller.requests).hasSize(1);
    }

    @Test
    void aSilentCollectorIsAskedTwiceBeforeItIsCalledUnresponsive() {
        listed(Samples.running("procmond"), Samples.running("netmond"));
        healthy("netmond");
        bed.link.caller.failing("control.health.heartbeat.procmond", TOO_LATE);
        bed.run("fleet", "list", "--json");

        assertThat(bed.field("collectors", "0", "liveness")).isEqualTo(ConfigValue.of("live"));
        assertThat(bed.field("collectors", "1", "liveness"))
                .isEqualTo(ConfigValue.of("unresponsive"));
        assertThat(bed.link.caller.requests)
                .filteredOn(request -> request.target().text().endsWith(".procmond"))
                .hasSize(2);
        assertThat(bed.link.caller.requests)
                .filteredOn(request -> request.target().text().endsWith(".netmond"))
                .hasSize(1);
    }

    @Test
    void aCollectorThatBeatsIsLiveEvenIfItsHealthChecksFail() {
        listed(Samples.running("procmond"));
        bed.link.caller.failing("control.health.heartbeat.procmond", TOO_LATE);
        bed.link.beats.add(beat("procmond"));
        bed.run("fleet", "list", "--json");

        assertThat(first("liveness")).isEqualTo(ConfigValue.of("live"));
        assertThat(first("health")).isEqualTo(ConfigValue.of("unknown"));
        assertThat(first("health_reason"))
                .isEqualTo(ConfigValue.of("health checks fail: no answer in time"));
    }

    @Test
    void whatTheAgentAnswersInItsPlaceMeansDown() {
        listed(Samples.running("procmond"));
        bed.link.caller.failing(
                "control.health.heartbeat.procmond",
                RpcError.notExecuted(ErrorCode.COLLECTOR_NOT_RUNNING, "procmond is stopped"));
        bed.run("fleet", "list", "--json");

        assertThat(first("liveness")).isEqualTo(ConfigValue.of("down"));
    }

    @Test
    void peopleGetAnAlignedTableAndASummary() {
        listed(Samples.running("procmond"), Samples.failed("netmond"));
        healthy("procmond");
        bed.run("fleet", "list");

        assertThat(bed.out().lines())
                .containsExactly(
                        "COLLECTOR  AGENT       STATE    LIVENESS  HEALTH     CPU   MEMORY"
                                + "  LAST BEAT     UPTIME   PID  RESTARTS  NOTE",
                        "netmond    agent-desk  failed   down      unknown      -        -"
                                + "          -          -     -         2  it crashed",
                        "procmond   agent-desk  running  live      healthy  2.3 %  45.2 MB"
                                + "     400 ms  1 h 0 min  4711         1",
                        "",
                        "2 collectors: 1 healthy, 1 unknown");
    }

    @Test
    void withoutAnAgentTheNextStepIsSaid() {
        assertThat(bed.run("fleet", "list")).isZero();
        assertThat(bed.out()).contains("No agent is connected", "daemoneye agent");
        assertThat(bed.run("fleet", "list", "--json")).isZero();
        assertThat(bed.field("collectors")).isEqualTo(ConfigValue.texts(List.of()));
    }

    @Test
    void fleetAloneAsksWhat() {
        assertThat(bed.run("fleet")).isEqualTo(2);
        assertThat(bed.err()).contains("list or watch");
    }

    private ConfigValue first(String field) {
        return bed.field("collectors", "0", field);
    }

    private void listed(CollectorInfo... collectors) {
        bed.link.caller.on(
                "control.collector.lifecycle", "agent-desk", Samples.listing(collectors));
    }

    private void healthy(String id) {
        bed.link.caller.on(
                "control.health.heartbeat." + id, id, Samples.health(id, HealthStatus.HEALTHY));
    }

    private static HeartbeatData beat(String id) {
        return new HeartbeatData(
                new CollectorId(id),
                ScriptedCaller.NOW,
                1,
                HealthStatus.HEALTHY,
                new Incarnation(17),
                3,
                1000,
                false,
                Map.of());
    }
}
