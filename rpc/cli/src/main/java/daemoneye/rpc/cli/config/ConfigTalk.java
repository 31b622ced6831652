package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// Asks for and changes the settings of one collector.
final class ConfigTalk {
    private final Conversation talk;
    private final CollectorId id;

    ConfigTalk(Conversation talk, CollectorId id) {
        this.talk = talk;
        this.id = id;
    }

    /// What holds.
    ShownConfig current(Duration patience) {
        return new ShownConfig(get(new EmptyPayload(), patience));
    }

    /// A version of before.
    ShownConfig version(long number, Duration patience) {
        var payload = new GenericPayload(Map.of("version", ConfigValue.of(number)));
        return new ShownConfig(get(payload, patience));
    }

    /// Who changed what, newest first.
    Map<String, ConfigValue> history(long most, Duration patience) {
        return get(new GenericPayload(Map.of("history", ConfigValue.of(most))), patience);
    }

    /// Changes them, or only has a change judged.
    Map<String, ConfigValue> update(
            ConfigUpdateRequest wish, Duration patience, Consumer<RpcResponse> onProgress) {
        return ask(CollectorOperation.UPDATE_CONFIG, wish, patience, onProgress);
    }

    private Map<String, ConfigValue> get(RpcPayload payload, Duration patience) {
        return ask(CollectorOperation.GET_CONFIG, payload, patience, step -> {});
    }

    private Map<String, ConfigValue> ask(
            CollectorOperation operation,
            RpcPayload payload,
            Duration patience,
            Consumer<RpcResponse> onProgress) {
        var request = talk.request(operation, CollectorTopics.config(id), payload, patience);
        return values(talk.ask(request, id, onProgress));
    }

    private static Map<String, ConfigValue> values(Done done) {
        if (done.response().payload().orElse(new EmptyPayload())
                instanceof GenericPayload(var values)) {
            return values;
        }
        throw new CommandFailure(
                RpcError.unknown(
                        ErrorCode.INTERNAL_ERROR,
                        "%s answered without values: compare versions"
                                .formatted(done.response().serviceId())));
    }
}
