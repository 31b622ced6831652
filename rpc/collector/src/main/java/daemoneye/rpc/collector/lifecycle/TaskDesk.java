package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.collector.gather.GatherLoop;
import daemoneye.rpc.collector.gather.Scan;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Answers ExecuteTask: `scan-now` looks at the machine at once, paused or not, and tells the
/// figures; `diagnostics` tells the lists of the last scan that are too long for metrics.
final class TaskDesk implements RequestHandler {
    private final GatherLoop gathering;
    private final Fences fences;

    TaskDesk(GatherLoop gathering, Fences fences) {
        this.gathering = gathering;
        this.fences = fences;
    }

    @Override
    public Answer handle(ServedRequest call) throws InterruptedException {
        if (!(call.request().payload() instanceof TaskRequest task)) {
            return Answer.failed(Fences.wrongPayload("ExecuteTask", "a task request"));
        }
        var refusal = fences.refusal(task.collectorId());
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        return switch (task.taskType()) {
            case "scan-now" -> call.commit() ? scan(call.remaining()) : Answer.withdrawn();
            case "diagnostics" -> diagnostics();
            default ->
                    Answer.failed(
                            RpcError.notExecuted(
                                    ErrorCode.INVALID_PAYLOAD,
                                    "no task \"%s\": there are scan-now and diagnostics"
                                            .formatted(task.taskType())));
        };
    }

    private Answer scan(Duration remaining) throws InterruptedException {
        var scan = gathering.scanNow();
        try {
            return figures(scan.get(remaining.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Answer.failed(
                    RpcError.unknown(
                            ErrorCode.DEADLINE_EXCEEDED, "the scan has not ended in time"));
        }
    }

    private static Answer figures(Scan scan) {
        var metrics = new LinkedHashMap<String, ConfigValue>();
        scan.metrics().forEach((name, value) -> metrics.put(name, ConfigValue.of(value)));
        return Answer.done(
                new GenericPayload(
                        Map.of(
                                "metrics",
                                new ConfigValue.Table(metrics),
                                "events",
                                ConfigValue.of(scan.events().size()))));
    }

    private Answer diagnostics() {
        var details = gathering.state().last().map(Scan::details).orElse(Map.of());
        return Answer.done(new GenericPayload(details));
    }
}
