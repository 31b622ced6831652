package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.example.FleetKeeper;
import daemoneye.rpc.cli.example.LoadMonitor;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.wire.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The examples that people copy work, between processes, and stay short: the design's sections
/// *daemoneye-agent Integration* and *collector-core Integration*.
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class ExamplesTest {
    private static final int MOST_LINES = 60;
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    @TempDir private Path home;

    @Test
    void daemoneyeAgentIntegration() throws Exception {
        try (var desk = new Desk(home);
                var ticker = new SystemTicker("keeper");
                var connection =
                        Connections.open(
                                new Address.UnixSocket(home.resolve("run/broker.sock")),
                                new ClientIdentity(
                                        "keeper", "cli", "test", ProcessHandle.current().pid()),
                                ticker)) {
            connection.connected(Duration.ofSeconds(20)).join();
            desk.awaitWell("procmond");
            assertThat(desk.run("stop", "procmond").exit()).isZero();
            var keeper = new FleetKeeper(BusCaller.on(connection, ticker), ticker, "keeper");

            assertThat(keeper.start(PROCMOND)).isEmpty();

            assertThat(keeper.checkAll()).containsOnlyKeys(PROCMOND);
            desk.awaitWell("procmond");
            assertThat(keeper.checkAll()).isEqualTo(Map.of(PROCMOND, HealthStatus.HEALTHY));
            assertThat(keeper.start(PROCMOND))
                    .map(RpcError::code)
                    .contains(ErrorCode.COLLECTOR_ALREADY_RUNNING.name());
            assertThat(desk.run("stop", "procmond").exit()).isZero();
            assertThat(keeper.checkAll()).isEqualTo(Map.of(PROCMOND, HealthStatus.UNRESPONSIVE));
        }
    }

    @Test
    void collectorCoreIntegration() throws Exception {
        try (var desk = new Desk(home, "loadd:load-monitor")) {
            var row = desk.awaitWell("loadd");

            assertThat(row).containsEntry("collector_type", ConfigValue.of("load-monitor"));
            assertThat(((ConfigValue.Table) row.get("components")).entries()).containsKey("load");
            assertThat(((ConfigValue.Table) row.get("metrics")).entries()).containsKey("load_1m");
            assertThat(desk.run("capabilities", "loadd", "--json").document().entries())
                    .containsEntry("collector_id", ConfigValue.of("loadd"));
            var changed = desk.run("config", "apply", "loadd", "busy_load=0", "--json");
            assertThat(changed.exit()).as("%s", changed).isZero();
            var scan =
                    desk.run(
                            "call",
                            "ExecuteTask",
                            "loadd",
                            "--payload",
                            "{\"task_type\": \"scan-now\"}");
            assertThat(scan.exit()).as("%s", scan).isZero();
            assertThat(desk.run("health", "loadd").out()).contains("Busy");
            var refused = desk.run("config", "apply", "loadd", "busy_load=-1");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("busy_load");
            assertThat(desk.run("stop", "loadd").exit()).isZero();
        }
    }

    @Test
    void theyAreShorterThanSixtyLines() throws IOException {
        assertThat(linesOf(FleetKeeper.class)).isLessThan(MOST_LINES);
        assertThat(linesOf(LoadMonitor.class)).isLessThan(MOST_LINES);
    }

    /// From the line that begins the class; imports and the words before it do not count.
    private static long linesOf(Class<?> example) throws IOException {
        var file = example.getName().replace('.', '/') + ".java";
        var source = Path.of(System.getProperty("daemoneye.root"), "rpc/cli/src/test/java", file);
        try (var lines = Files.lines(source)) {
            return lines.dropWhile(line -> !line.startsWith("public final class")).count();
        }
    }
}
