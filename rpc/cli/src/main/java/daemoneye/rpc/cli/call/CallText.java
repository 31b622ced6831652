package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.FailureReport;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;

/// How a call of any operation ended, as people and scripts see it.
final class CallText {
    private final RpcRequest request;

    CallText(RpcRequest request) {
        this.request = request;
    }

    /// One answer.
    ConfigValue.Table json(Done done) {
        return new Fields()
                .with("request_id", request.requestId())
                .with("operation", request.operation())
                .with("target", request.target())
                .all(answer(done))
                .object();
    }

    /// The answers of all.
    ConfigValue.Table json(List<CallOutcome> outcomes) {
        var answers = new ArrayList<ConfigValue>();
        outcomes.forEach(each -> answers.add(answer(each)));
        return new Fields()
                .with("request_id", request.requestId())
                .with("operation", request.operation())
                .with("target", request.target())
                .with("answers", new ConfigValue.Items(answers))
                .object();
    }

    List<String> lines(Done done) {
        var response = done.response();
        var lines = new ArrayList<String>();
        lines.add(
                "%s: %s by %s in %s"
                        .formatted(
                                request.operation().designName(),
                                response.status().wireName(),
                                response.serviceId(),
                                Units.millis(done.took())));
        response.payload()
                .filter(payload -> !(payload instanceof EmptyPayload))
                .ifPresent(payload -> lines.add(JsonText.pretty(RecordJson.of(payload))));
        return lines;
    }

    private static ConfigValue.Table answer(CallOutcome outcome) {
        return switch (outcome) {
            case Done(var response, var took) ->
                    new Fields()
                            .with("service_id", response.serviceId())
                            .with("status", response.status())
                            .with("execution_time_ms", response.executionTimeMs())
                            .with("queue_time_ms", response.queueTimeMs())
                            .millis("took_ms", took)
                            .with("payload", response.payload())
                            .object();
            case Failed(var status, var error, var took) ->
                    new Fields()
                            .with("status", status)
                            .millis("took_ms", took)
                            .all(FailureReport.json(error, FailureReport.nextStep(error)))
                            .object();
        };
    }
}
