package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Map;

/// Asks those who may have carried a request out about it.
///
/// @param patience of each question
record Responders(Conversation talk, RequestChoice choice, Duration patience) {
    /// @throws daemoneye.rpc.cli.run.CommandFailure if it fails
    Done ask(CollectorOperation question, Topic where, Report report) {
        var payload =
                new GenericPayload(
                        Map.of("request_id", ConfigValue.of(choice.request().toString())));
        return talk.ask(talk.request(question, where, payload, patience), id(), report);
    }

    private CollectorId id() {
        return choice.id();
    }

    /// What the answer says.
    static Map<String, ConfigValue> facts(Done done) {
        return done.response().payload().orElse(null) instanceof GenericPayload(var values)
                ? values
                : Map.of();
    }
}
