package daemoneye.rpc.collector.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Real collectors as processes of their own, against a real broker on a Unix socket.
@Timeout(60)
class CollectorProcessTest {
    private static final CollectorId ID = new CollectorId("procmond");

    /// Leaves place for the request in the 1 KB that the design allows a pair.
    private static final int MOST_ANSWER_BYTES = 900;

    @TempDir private Path home;
    private LiveBus bus;

    @BeforeEach
    void open() throws Exception {
        bus = new LiveBus();
    }

    @AfterEach
    void close() throws Exception {
        bus.close();
    }

    @ParameterizedTest
    @CsvSource({
        "procmond,process-monitor,process_enumeration",
        "netmond,network-monitor,socket_enumeration",
        "fsmond,file-monitor,file_systems",
        "perfmond,performance-monitor,cpu"
    })
    void everyKindRegistersBeatsAndIsHealthy(String id, String type, String component)
            throws Exception {
        try (var child = start(id, type, settings(type))) {
            var registration = LiveBus.next(bus.registrations);
            assertThat(registration.pid()).isEqualTo(child.process().pid());
            assertThat(registration.collectorType()).isEqualTo(type);
            var beat = bus.beat(each -> each.status() == HealthStatus.HEALTHY);
            assertThat(beat.incarnation().value()).isEqualTo(42);
            assertThat(beat.vitals().get("memory_usage_mb")).isBetween(20.0, 200.0);
            bus.scan(new CollectorId(id)); // the second scan has rates, too
            var health = bus.health(new CollectorId(id));
            assertThat(health.components()).containsKeys(component, "event_bus", "registration");
            assertThat(health.status()).isEqualTo(HealthStatus.HEALTHY);
            assertThat(LiveBus.encodedBytes(health)).isLessThan(MOST_ANSWER_BYTES);
        }
    }

    @Test
    void pausesAndResumesOnRequest() throws Exception {
        try (var child = start("procmond", "process-monitor")) {
            LiveBus.next(bus.beats);
            var topic = CollectorTopics.task(ID);
            bus.ask(topic, CollectorOperation.PAUSE, CollectorLifecycleRequest.of(ID));
            bus.beat(each -> each.paused());
            bus.ask(topic, CollectorOperation.RESUME, CollectorLifecycleRequest.of(ID));
            bus.beat(each -> !each.paused());
            assertThat(child.process().isAlive()).isTrue();
        }
    }

    @Test
    void tellsOfARealProcessThatComes() throws Exception {
        try (var child = start("procmond", "process-monitor")) {
            bus.beat(each -> each.status() == HealthStatus.HEALTHY);
            var other = new ProcessBuilder("cat").start();
            try {
                var wanted = ConfigValue.of(other.pid());
                while (!wanted.equals(LiveBus.next(bus.events).fields().get("pid"))) {
                    assertThat(child.process().isAlive()).isTrue();
                }
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void aFolderThatIsAddedWhileItRunsIsWatchedAndTheVersionIsInTheBeats() throws Exception {
        var id = new CollectorId("fsmond");
        var added = Files.createDirectory(home.resolve("added"));
        try (var child = start("fsmond", "file-monitor", settings("file-monitor"))) {
            bus.beat(each -> each.status() == HealthStatus.HEALTHY);
            var wrong = Map.of("watched_folders", texts(added), "batch_size", texts());
            assertThatThrownBy(() -> update(id, wrong)).hasMessageContaining("batch_size is a");
            var done =
                    update(
                            id,
                            Map.of(
                                    "watched_folders", texts(added),
                                    "scan_interval_ms", ConfigValue.of(100),
                                    "config_version", ConfigValue.of(17)));
            assertThat(((GenericPayload) done.orElseThrow()).values())
                    .containsEntry("version", ConfigValue.of(17))
                    .containsEntry("rolled_back", ConfigValue.of(false));
            bus.beat(each -> each.configVersion() == 17);
            var file = Files.writeString(added.resolve("seen"), "x");
            var wanted = ConfigValue.of(file.toString());
            while (!wanted.equals(LiveBus.next(bus.events).fields().get("path"))) {
                assertThat(child.process().isAlive()).isTrue();
            }
        }
    }

    private Optional<RpcPayload> update(CollectorId id, Map<String, ConfigValue> changes) {
        return bus.ask(
                CollectorTopics.task(id),
                CollectorOperation.UPDATE_CONFIG,
                ConfigUpdateRequest.of(id, changes));
    }

    private static ConfigValue texts(Path... paths) {
        return ConfigValue.texts(Arrays.stream(paths).map(Path::toString).toList());
    }

    @Test
    void aCapabilityThatIsRequiredAndMissingIsExitCode4() throws Exception {
        var file =
                Files.writeString(
                        home.resolve("c.json"),
                        "{\"required_capabilities\": [\"CAP_KILL\", \"CAP_NOBODY_HAS\"]}");
        try (var child = start("procmond", "process-monitor", "--config", file.toString())) {
            assertThat(child.exitCode()).isEqualTo(4);
            assertThat(child.output().lines().toList().getLast())
                    .startsWith("missing privileges: required CAP_KILL,CAP_NOBODY_HAS; current ");
        }
    }

    @Test
    void aSignalEndsItCleanly() throws Exception {
        try (var child = start("procmond", "process-monitor")) {
            LiveBus.next(bus.beats);
            child.terminate();

            assertThat(child.exitCode()).isZero();
            assertThat(LiveBus.next(bus.farewells).reason()).contains("ended by a signal");
            assertThat(child.output()).isEmpty();
        }
    }

    @Test
    void theEndOfStandardInputEndsItCleanly() throws Exception {
        try (var child = start("procmond", "process-monitor")) {
            LiveBus.next(bus.beats);
            child.closeStdin();

            assertThat(child.exitCode()).isZero();
            assertThat(LiveBus.next(bus.farewells).reason()).contains("the agent is gone");
            assertThat(Files.readString(home.resolve("state/collectors/procmond.json")))
                    .contains("\"reason\":\"the agent is gone\"");
        }
    }

    @Test
    void toldToStayItLivesOnWithoutStandardInput() throws Exception {
        try (var child = start("procmond", "process-monitor", "--stay")) {
            LiveBus.next(bus.beats);
            child.closeStdin();
            long sequence = LiveBus.next(bus.beats).sequence();
            bus.beat(each -> each.sequence() > sequence + 5);
            assertThat(child.process().isAlive()).isTrue();
            child.terminate();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void aGracefulShutdownEndsIt() throws Exception {
        try (var child = start("procmond", "process-monitor")) {
            LiveBus.next(bus.beats);
            var wish =
                    new ShutdownRequest(
                            ID,
                            ShutdownType.GRACEFUL,
                            5_000,
                            true,
                            Optional.of("maintenance"),
                            Optional.empty());
            var answer =
                    (GenericPayload)
                            bus.ask(
                                            CollectorTopics.task(ID),
                                            CollectorOperation.GRACEFUL_SHUTDOWN,
                                            wish)
                                    .orElseThrow();

            assertThat(answer.values()).containsEntry("shutdown_initiated", ConfigValue.of(true));
            assertThat(child.exitCode()).isZero();
            assertThat(LiveBus.next(bus.farewells).reason()).contains("maintenance");
        }
    }

    @Test
    void aWrongCommandLineIsOneSentenceAndExitCode2() throws Exception {
        try (var child = ChildCollector.start(home, "--id", "procmond")) {
            assertThat(child.exitCode()).isEqualTo(2);
            assertThat(child.output().lines())
                    .containsExactly(
                            "daemoneye collector: --type is missing: give it one of"
                                    + " process-monitor, network-monitor, file-monitor,"
                                    + " performance-monitor");
        }
    }

    @Test
    void wrongSettingsAreOneSentenceAndExitCode2() throws Exception {
        var file = Files.writeString(home.resolve("c.json"), "{\"colour\": 1}");
        try (var child = start("procmond", "process-monitor", "--config", file.toString())) {
            assertThat(child.exitCode()).isEqualTo(2);
            assertThat(child.output()).contains("no setting colour").hasLineCount(1);
        }
    }

    @Test
    void withoutABrokerItIsOneSentenceAndExitCode3() throws Exception {
        var nowhere = "unix:" + home.resolve("nobody.sock");
        try (var child =
                ChildCollector.start(
                        home,
                        "--id",
                        "procmond",
                        "--type",
                        "process-monitor",
                        "--connect",
                        nowhere)) {
            assertThat(child.exitCode()).isEqualTo(3);
            assertThat(child.output())
                    .startsWith("daemoneye collector: cannot reach the broker at " + nowhere)
                    .hasLineCount(1);
        }
    }

    /// Other programs' files are no business of a test.
    private String[] settings(String type) throws IOException {
        if (!type.equals("file-monitor")) {
            return new String[0];
        }
        var file = home.resolve("settings.json");
        Files.writeString(file, "{\"watched_folders\": [\"%s\"]}".formatted(home));
        return new String[] {"--config", file.toString()};
    }

    private ChildCollector start(String id, String type, String... more) throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--id",
                                id,
                                "--type",
                                type,
                                "--connect",
                                bus.address().toString(),
                                "--agent",
                                "agent-1",
                                "--incarnation",
                                "42"));
        arguments.addAll(List.of(more));
        return ChildCollector.start(home, arguments.toArray(String[]::new));
    }
}
