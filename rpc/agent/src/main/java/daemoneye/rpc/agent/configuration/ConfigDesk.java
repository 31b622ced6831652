package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;

import java.util.function.Function;

/// Answers GetConfig and UpdateConfig for one collector, whether it runs or not.
public final class ConfigDesk {
    private final CollectorConfig config;
    private final String agentId;
    private final Function<ServedRequest, SteeredCollector> steering;

    /// @param steering the collector, as it is steered because of a request
    public ConfigDesk(
            CollectorConfig config,
            String agentId,
            Function<ServedRequest, SteeredCollector> steering) {
        this.config = config;
        this.agentId = agentId;
        this.steering = steering;
    }

    /// At once: nothing is waited for.
    public Answer get(ServedRequest call) {
        var payload = call.request().payload();
        return payload instanceof EmptyPayload || payload instanceof GenericPayload
                ? new ConfigReport(config).answer(payload)
                : Answer.failed(
                        ConfigRefusals.wrong(
                                "GetConfig needs nothing, or version or history", "payload"));
    }

    /// Whether the request changes nothing, so that it need not wait for its turn.
    public static boolean onlyValidates(ServedRequest call) {
        return call.request().payload() instanceof ConfigUpdateRequest wish && wish.validateOnly();
    }

    /// To its end, also when the time of the call is over meanwhile; one at a time.
    public Answer update(ServedRequest call) throws InterruptedException {
        if (!(call.request().payload() instanceof ConfigUpdateRequest wish)) {
            return Answer.failed(
                    ConfigRefusals.wrong(
                            "UpdateConfig needs a payload of type ConfigUpdateRequest", "payload"));
        }
        if (!wish.collectorId().equals(config.id())) {
            return Answer.failed(
                    ConfigRefusals.wrong(
                            "collector_id is %s, but the topic is that of %s"
                                    .formatted(wish.collectorId(), config.id()),
                            "collector_id"));
        }
        return new ConfigUpdate(config, agentId, steering.apply(call), call, wish).run();
    }
}
