package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;
import java.util.Optional;

/// Asks for one operation on one collector, shows its steps to a person who waits, and tells how it
/// ended.
///
/// @param doneWord what the collector is afterwards, e.g. `paused`
record Steering(CollectorOperation operation, CollectorId id, String doneWord) {
    /// @throws daemoneye.rpc.cli.run.CommandFailure if it fails
    void run(Conversation talk, RpcRequest request, Report report) {
        tell(ask(talk, request, report), report);
    }

    private Done ask(Conversation talk, RpcRequest request, Report report) {
        try (var progress = report.progress()) {
            talk.onTrouble(progress::show);
            progress.show("%s %s ...".formatted(operation.designName(), id));
            return talk.ask(request, id, step -> progress.show(step(step)));
        }
    }

    private void tell(Done done, Report report) {
        if (report.json()) {
            report.document(fields(done).object());
        } else {
            report.line("%s: %s in %s".formatted(id, doneWord, Units.duration(done.took())));
            report.lines(CleanupText.lines(facts(done.response()), report.paint()));
        }
    }

    /// What scripts get.
    Fields fields(Done done) {
        return new Fields()
                .with("collector_id", id)
                .with("operation", operation)
                .with("status", done.response().status())
                .with("request_id", done.response().requestId())
                .with("service_id", done.response().serviceId())
                .millis("took_ms", done.took())
                .with("payload", done.response().payload());
    }

    private String step(RpcResponse report) {
        var step = Optional.ofNullable(facts(report).get("step"));
        return "%s %s: %s"
                .formatted(
                        operation.designName(),
                        id,
                        step.map(ConfigValue::toString).orElse("in progress"));
    }

    private static Map<String, ConfigValue> facts(RpcResponse response) {
        return response.payload().orElse(new EmptyPayload()) instanceof GenericPayload(var values)
                ? values
                : Map.of();
    }
}
