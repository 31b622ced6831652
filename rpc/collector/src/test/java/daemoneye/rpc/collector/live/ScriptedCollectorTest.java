package daemoneye.rpc.collector.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.gather.ComponentReport;
import daemoneye.rpc.collector.lifecycle.CollectorSpec;
import daemoneye.rpc.collector.scripted.Script;
import daemoneye.rpc.collector.scripted.ScriptedCollector;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.LiveSettings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Timeout(60)
class ScriptedCollectorTest {
    private static final CollectorId ID = new CollectorId("demo");
    private static final Script WELL =
            Script.well("process_enumeration", "Enumerating 1,234 processes");

    @TempDir private Path folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private LiveBus bus;
    private ScriptedCollector collector;

    @BeforeEach
    void start() throws Exception {
        bus = new LiveBus();
        var identity = new ClientIdentity("demo", "collector", "1", 1);
        var ticker = bus.wire().ticker();
        var connection = Connections.over(bus.wire(), bus.address(), identity, ticker);
        var spec =
                new CollectorSpec(
                        ID,
                        Optional.empty(),
                        new Incarnation(1),
                        Duration.ofMillis(200),
                        new LiveSettings(
                                CollectorSettings.told(
                                        CollectorType.PROCESS,
                                        Map.of("scan_interval_ms", ConfigValue.of(100)))),
                        "demo-host",
                        1,
                        "1");
        collector =
                new ScriptedCollector(
                        spec, WELL, connection, ticker, thread, new Random(1), folder);
        collector.start();
        bus.beat(each -> each.status() == HealthStatus.HEALTHY);
    }

    @AfterEach
    void close() throws Exception {
        bus.close();
        thread.shutdownNow();
    }

    @Test
    void saysWhatTheScriptSays() throws Exception {
        collector.follow(
                WELL.costing(80, 120.5)
                        .measuring(Map.of("processes_per_second", 156.7))
                        .reporting(
                                new ComponentReport(
                                        "process_enumeration", HealthStatus.DEGRADED, "slow")));
        bus.beat(each -> each.status() == HealthStatus.DEGRADED);
        var beat = bus.beat(each -> each.vitals().get("cpu_usage_percent") > 60);

        assertThat(beat.vitals().get("memory_usage_mb")).isCloseTo(120.5, within(0.01));
        assertThat(bus.health(ID).metrics()).containsEntry("processes_per_second", 156.7);
    }

    @Test
    void refusesWhatTheScriptSays() {
        collector.follow(
                WELL.suffering(
                        new Script.Fault.Refusing(
                                RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "no"))));

        assertThat(bus.tryHealth(ID, Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        CallOutcome.Failed.class,
                        failed ->
                                assertThat(failed.error().code())
                                        .isEqualTo(ErrorCode.PERMISSION_DENIED.name()));
    }

    @Test
    void answersLateAsTheScriptSays() {
        collector.follow(WELL.suffering(new Script.Fault.Slow(Duration.ofMillis(300))));

        assertThat(bus.tryHealth(ID, Duration.ofSeconds(5)).took())
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aSilentOneNeitherAnswersNorBeatsUntilItSpeaksAgain() throws Exception {
        collector.follow(WELL.suffering(new Script.Fault.Silent()));
        var outcome = bus.tryHealth(ID, Duration.ofSeconds(1));
        bus.beats.clear();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallOutcome.Failed.class,
                        failed -> assertThat(failed.status()).isEqualTo(RpcStatus.TIMEOUT));
        bus.tryHealth(ID, Duration.ofSeconds(1)); // a second in which five beats were due
        assertThat(bus.beats).isEmpty();
        collector.follow(WELL);
        assertThat(LiveBus.next(bus.beats).sequence()).isGreaterThan(5);
    }

    @Test
    void aCrashedOneIsGoneWithoutAGoodBye() {
        collector.crash();

        assertThat(bus.tryHealth(ID, Duration.ofSeconds(5))).isInstanceOf(CallOutcome.Failed.class);
        assertThat(bus.farewells).isEmpty();
    }

    @Test
    void endsCleanlyWhenItIsClosed() throws Exception {
        collector.close();

        assertThat(LiveBus.next(bus.farewells).reason()).contains("the script is over");
    }
}
