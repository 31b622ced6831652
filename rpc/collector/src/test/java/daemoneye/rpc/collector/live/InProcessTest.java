package daemoneye.rpc.collector.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.CollectorArguments;
import daemoneye.rpc.collector.CollectorRun;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real collector inside this process, against a real broker on a Unix socket.
@Timeout(60)
class InProcessTest {
    private static final CollectorId ID = new CollectorId("perfmond");

    @TempDir private Path folder;
    private LiveBus bus;
    private CollectorRun run;

    @BeforeEach
    void start() throws Exception {
        bus = new LiveBus();
        var words =
                List.of(
                        "--id",
                        "perfmond",
                        "--type",
                        "performance-monitor",
                        "--connect",
                        bus.address().toString(),
                        "--audit",
                        folder.resolve("audit").toString());
        run =
                new CollectorRun(
                        CollectorArguments.parse(words, bus.wire().ticker().now()),
                        CollectorSettings.usual(CollectorType.PERFORMANCE),
                        bus.wire());
        run.start();
    }

    @AfterEach
    void close() throws Exception {
        run.close();
        bus.close();
    }

    @Test
    void registersBeatsAnswersAndEnds() throws Exception {
        assertThat(LiveBus.next(bus.registrations).agentId()).isEmpty();
        bus.beat(each -> each.status() == HealthStatus.HEALTHY);
        assertThat(bus.health(ID).components())
                .containsOnlyKeys(
                        "cpu", "memory", "load", "disks", "sensors", "event_bus", "registration");
        run.collector().end("the test is over").get(10, TimeUnit.SECONDS);
        assertThat(LiveBus.next(bus.farewells).collectorId()).isEqualTo(ID);
    }

    @Test
    void tellsItsListsWhenAsked() throws Exception {
        bus.beat(each -> each.status() == HealthStatus.HEALTHY);
        var answer =
                (GenericPayload)
                        bus.ask(
                                        CollectorTopics.task(ID),
                                        CollectorOperation.EXECUTE_TASK,
                                        new TaskRequest(ID, "diagnostics", Map.of()))
                                .orElseThrow();

        assertThat(answer.values()).containsKeys("cores", "disks");
    }

    @Test
    void registersAndBeatsAgainAfterTheBrokerWasStartedAnew() throws Exception {
        LiveBus.next(bus.registrations);
        bus.startBrokerAnew();

        assertThat(LiveBus.next(bus.registrations).collectorId()).isEqualTo(ID);
        bus.beat(each -> each.status() == HealthStatus.HEALTHY);
    }
}
