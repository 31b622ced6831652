package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What happens to real collectors, and what the command line tells of it.
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class FleetEndToEndTest {
    private static final String ID = "procmond";

    /// Three intervals of a second, and one for the news to travel.
    private static final Duration UNTIL_UNRESPONSIVE = Duration.ofSeconds(4);

    @TempDir static Path home;
    private static Desk desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new Desk(home);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void allIsWell() throws Exception {
        desk.awaitWell(ID);
        desk.awaitWell("perfmond");
    }

    @Test
    void aScriptSeesTheRealProcesses() throws Exception {
        var row = desk.look(ID);

        assertThat(row).containsEntry("liveness", ConfigValue.of("live"));
        assertThat(row).containsEntry("collector_type", ConfigValue.of("process-monitor"));
        assertThat(row).containsEntry("agent_id", ConfigValue.of("desk"));
        // Java tells no arguments of a command line beyond a page, and a class path may be that
        // long.
        assertThat(ProcessHandle.of(Desk.number(row, "pid")).orElseThrow().info().command())
                .hasValueSatisfying(command -> assertThat(command).contains("java"));
        assertThat(Desk.number(row, "last_heartbeat_age_ms")).isLessThan(10_000);
        assertThat(((ConfigValue.Table) row.get("metrics")).entries())
                .containsKeys("cpu_usage_percent", "memory_usage_mb", "process_count");
        assertThat(((ConfigValue.Table) row.get("components")).entries())
                .containsKey("process_enumeration");
    }

    @Test
    void healthCapabilitiesAndAnyCallAnswer() throws Exception {
        assertThat(desk.run("health", ID).out()).startsWith("procmond is healthy");
        assertThat(desk.run("capabilities", ID, "--json").document().entries())
                .containsEntry("collector_id", ConfigValue.of(ID));
        var call = desk.run("call", "GetConfig", ID, "--json");
        assertThat(call.exit()).isZero();
        assertThat(call.document().entries()).containsEntry("service_id", ConfigValue.of("desk"));
    }

    @Test
    void pauseAndResumeAreSeen() throws Exception {
        assertThat(desk.run("pause", ID).exit()).isZero();
        assertThat(desk.look(ID)).containsEntry("state", ConfigValue.of("paused"));

        assertThat(desk.run("resume", ID).exit()).isZero();
        assertThat(desk.look(ID)).containsEntry("state", ConfigValue.of("running"));
    }

    @Test
    void aStoppedCollectorIsGoneUntilItIsStarted() throws Exception {
        long pid = Desk.number(desk.look(ID), "pid");
        assertThat(desk.run("stop", ID).exit()).isZero();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        var stopped = desk.look(ID);
        assertThat(stopped).containsEntry("state", ConfigValue.of("stopped"));
        assertThat(stopped).containsEntry("liveness", ConfigValue.of("down"));

        var health = desk.run("health", ID, "--json");
        assertThat(health.exit()).isEqualTo(1);
        assertThat(error(health)).containsEntry("code", ConfigValue.of("COLLECTOR_NOT_RUNNING"));
        assertThat(error(health)).containsEntry("certainty", ConfigValue.of("not_executed"));

        assertThat(desk.run("start", ID).exit()).isZero();
        assertThat(desk.awaitWell(ID)).doesNotContainEntry("pid", ConfigValue.of(pid));
        var again = desk.run("start", ID, "--json");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(error(again)).containsEntry("code", ConfigValue.of("COLLECTOR_ALREADY_RUNNING"));
    }

    @Test
    void whatWasDoneStandsInTheAuditLogsWhichAreWhole() throws Exception {
        assertThat(desk.run("pause", ID).exit()).isZero();
        assertThat(desk.run("resume", ID).exit()).isZero();
        var tail = desk.run("audit", "tail", "-n", "100", "--operation", "Resume");
        assertThat(tail.out())
                .contains("desk #", "rpc.Resume on control.collector.procmond by ", ": begins")
                .contains("procmond #", "rpc.Resume on control.collector.task.procmond by desk#")
                .contains(": success");
        var verify = desk.run("audit", "verify");
        assertThat(verify.out()).contains("desk: whole", "procmond: whole", "perfmond: whole");
        assertThat(verify.exit()).isZero();
    }

    @Test
    void aRestartedCollectorIsANewProcess() throws Exception {
        var before = desk.look(ID);
        assertThat(desk.run("restart", ID).exit()).isZero();
        var after = desk.awaitWell(ID);

        assertThat(after.get("pid")).isNotEqualTo(before.get("pid"));
        assertThat(Desk.number(after, "incarnation"))
                .isGreaterThan(Desk.number(before, "incarnation"));
    }

    @Test
    void aKilledCollectorIsStartedAgainAndTheKillIsKept() throws Exception {
        long pid = Desk.number(desk.look(ID), "pid");
        Program.signal("KILL", pid);
        var seen = desk.look(ID);
        assertThat(seen).as("not the dead one").doesNotContainEntry("pid", ConfigValue.of(pid));

        var back = desk.awaitWell(ID);
        assertThat(Desk.number(back, "restarts")).isPositive();
        assertThat(((ConfigValue.Table) back.get("last_exit")).entries())
                .containsEntry("signal", ConfigValue.of("SIGKILL"));
    }

    @Test
    void aFrozenCollectorIsUnresponsiveAndIsReplacedByItsAgent() throws Exception {
        long pid = Desk.number(desk.look(ID), "pid");
        try (var watch = Program.start(home, "fleet", "watch", "--json")) {
            awaitLine(watch, "live");
            Program.signal("STOP", pid);
            var frozen = Instant.now();
            var at = awaitLine(watch, "unresponsive");
            assertThat(Duration.between(frozen, at)).isLessThan(UNTIL_UNRESPONSIVE);
            var health = desk.run("health", ID, "--timeout", "1s", "--json");
            assertThat(health.exit()).as("nobody knows").isEqualTo(4);
            awaitLine(watch, "live");
        }
        var back = desk.awaitWell(ID);
        assertThat(back).doesNotContainEntry("pid", ConfigValue.of(pid));
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(Desk.number(back, "restarts")).isPositive();
    }

    @Test
    void calledByAWrongNameItsRightOneIsTold() throws Exception {
        var stop = desk.run("stop", "prokmond");

        assertThat(stop.exit()).isEqualTo(3);
        assertThat(stop.err()).contains("known collectors: perfmond, procmond");
    }

    @Test
    void healthChecksAreMeasured() throws Exception {
        var bench =
                desk.run(
                        "bench",
                        ID,
                        "--rate",
                        "50",
                        "--duration",
                        "2s",
                        "--warm-up",
                        "1s",
                        "--json");

        assertThat(bench.exit()).as("%s", bench).isZero();
        var fields = bench.document().entries();
        assertThat(Desk.number(fields, "calls")).isBetween(50L, 110L);
        assertThat(Desk.number(fields, "error_count")).isZero();
        assertThat(((ConfigValue.Table) fields.get("latency_ms")).entries())
                .containsKeys("p50", "p95", "p99", "max");
    }

    private static Map<String, ConfigValue> error(Program program) {
        return ((ConfigValue.Table) program.document().entries().get("error")).entries();
    }

    /// When the watch said that the collector is so; many other lines may come before.
    private static Instant awaitLine(Program watch, String liveness) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            var fields = Program.document(watch.line()).entries();
            if (Desk.is(fields, "collector_id", ID) && Desk.is(fields, "liveness", liveness)) {
                return Instant.parse(fields.get("at").toString());
            }
        }
        throw new AssertionError("never " + liveness);
    }
}
