package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
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
    private final Report report;

    /// @param report tells a person who waits
    ConfigTalk(Conversation talk, CollectorId id, Report report) {
        this.talk = talk;
        this.id = id;
        this.report = report;
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
        var request = request(CollectorOperation.UPDATE_CONFIG, wish, patience);
        return values(talk.ask(request, id, onProgress));
    }

    private Map<String, ConfigValue> get(RpcPayload payload, Duration patience) {
        return values(
                talk.ask(request(CollectorOperation.GET_CONFIG, payload, patience), id, report));
    }

    private RpcRequest request(
            CollectorOperation operation, RpcPayload payload, Duration patience) {
        return talk.request(operation, CollectorTopics.config(id), payload, patience);
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
