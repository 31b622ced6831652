package daemoneye.rpc.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.message.RpcRequest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
    private final LinkedClient client = new LinkedClient();
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

    private void call(String operation) {
        var id = LinkedClient.PROCMOND;
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
                    case "ListCollectors" -> calls.listCollectors();
                    default -> throw new AssertionError(operation);
                };
    }
}
