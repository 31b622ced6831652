package daemoneye.rpc.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;

class CallsTest {
    private final LinkedClient client = new LinkedClient();
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Calls calls =
            new Calls(
                    new BusCaller(client.connection, client.codec, client.ticker),
                    "tester",
                    client.ticker);

    @ParameterizedTest
    @CsvSource({
        "Start,           control.collector.procmond,        30, false",
        "Stop,            control.collector.procmond,        30, false",
        "Restart,         control.collector.procmond,        60, false",
        "Pause,           control.collector.procmond,        10, false",
        "Resume,          control.collector.procmond,        10, false",
        "HealthCheck,     control.health.heartbeat.procmond,  5, false",
        "GetCapabilities, control.collector.procmond,         5, false",
        "GetConfig,       control.collector.config.procmond,  5, false",
        "UpdateConfig,    control.collector.config.procmond, 10, false",
        "GracefulShutdown, control.shutdown.procmond,        100, false",
        "ForceShutdown,   control.shutdown.procmond,          5, false",
        "ExecuteTask,     control.collector.task.procmond,   30, false",
        "QueryOutcome,    control.collector.procmond,         5, false",
        "Cancel,          control.collector.procmond,         5, false",
        "QueryAudit,      control.collector.lifecycle,       10, true",
        "ListCollectors,  control.collector.lifecycle,        5, true"
    })
    void eachGoesToItsTopicWithItsStandardTime(
            String operation, String topic, long seconds, boolean everyone) throws Exception {
        call(operation);

        var sent = client.bus.lastSent();
        var request = (RpcRequest) client.codec.decode(sent.message.payload());
        assertThat(request.operation().designName()).isEqualTo(operation);
        assertThat(request.clientId()).isEqualTo("tester");
        assertThat(request.timestamp()).isEqualTo(client.ticker.now());
        assertThat(sent.message.topic().text()).isEqualTo(topic);
        assertThat(sent.remaining).hasSeconds(seconds);
        assertThat(sent.everyone).isEqualTo(everyone);
    }

    @Test
    void aChangeThatRestartsHasTheMostTime() {
        var _ =
                calls.updateConfig(
                        ConfigUpdateRequest.backTo(LinkedClient.PROCMOND, 2), step -> {});
        assertThat(client.bus.lastSent().remaining).hasSeconds(30);
    }

    @Test
    void aShutdownHasTheTimeOfItsCleanupAndItsFence() throws Exception {
        var _ = calls.gracefulShutdown(LinkedClient.PROCMOND, HALF_AN_HOUR, true, "", step -> {});
        assertThat(client.bus.lastSent().remaining).hasMinutes(5);
        assertThat(((ShutdownRequest) sent().payload()).gracefulTimeoutMs())
                .isEqualTo(HALF_AN_HOUR.toMillis());

        var _ = calls.forceShutdown(LinkedClient.PROCMOND, new Incarnation(7), "hangs");
        var force = (ShutdownRequest) sent().payload();
        assertThat(force.shutdownType()).isEqualTo(ShutdownType.EMERGENCY);
        assertThat(force.onlyIncarnation()).contains(new Incarnation(7));
        assertThat(force.reason()).contains("hangs");
    }

    @Test
    void questionsCarryWhatTheyAreAbout() throws Exception {
        var id = RequestId.random();
        var target = CollectorTopics.lifecycle(LinkedClient.PROCMOND);
        var _ = calls.whatBecameOf(id, target);
        assertThat(asked()).isEqualTo(Map.of("request_id", ConfigValue.of(id.toString())));
        var _ = calls.cancel(id, target);
        assertThat(asked()).isEqualTo(Map.of("request_id", ConfigValue.of(id.toString())));
        var _ = calls.getConfig(LinkedClient.PROCMOND, 3);
        assertThat(asked()).isEqualTo(Map.of("version", ConfigValue.of(3)));
        var _ = calls.configHistory(LinkedClient.PROCMOND, 10);
        assertThat(asked()).isEqualTo(Map.of("history", ConfigValue.of(10)));
        var _ = calls.queryAudit(Map.of("limit", ConfigValue.of(5)));
        assertThat(asked()).isEqualTo(Map.of("limit", ConfigValue.of(5)));
    }

    private Map<String, ConfigValue> asked() throws Exception {
        return ((GenericPayload) sent().payload()).values();
    }

    private RpcRequest sent() throws Exception {
        return (RpcRequest) client.codec.decode(client.bus.lastSent().message.payload());
    }

    private void call(String operation) {
        var id = LinkedClient.PROCMOND;
        var target = CollectorTopics.lifecycle(id);
        var _ =
                switch (operation) {
                    case "Start" -> calls.start(id, step -> {});
                    case "Stop" -> calls.stop(id, step -> {});
                    case "Restart" -> calls.restart(id, step -> {});
                    case "Pause" -> calls.pause(id);
                    case "Resume" -> calls.resume(id);
                    case "HealthCheck" -> calls.healthCheck(id);
                    case "GetCapabilities" -> calls.capabilities(id);
                    case "GetConfig" -> calls.getConfig(id);
                    case "UpdateConfig" ->
                            calls.updateConfig(ConfigUpdateRequest.of(id, Map.of()), step -> {});
                    case "GracefulShutdown" ->
                            calls.gracefulShutdown(
                                    id, Duration.ofSeconds(90), true, "maintenance", step -> {});
                    case "ForceShutdown" -> calls.forceShutdown(id, new Incarnation(1), "it hangs");
                    case "ExecuteTask" -> calls.executeTask(id, "scan-now", Map.of(), step -> {});
                    case "QueryOutcome" -> calls.whatBecameOf(RequestId.random(), target);
                    case "Cancel" -> calls.cancel(RequestId.random(), target);
                    case "QueryAudit" -> calls.queryAudit(Map.of());
                    case "ListCollectors" -> calls.listCollectors();
                    default -> throw new AssertionError(operation);
                };
    }
}
