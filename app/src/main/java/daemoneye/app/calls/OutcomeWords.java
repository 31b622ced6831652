package daemoneye.app.calls;

import daemoneye.app.text.Messages;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;

/// What an outcome, or an answer about one, means for people.
final class OutcomeWords {
    private OutcomeWords() {}

    static Finding of(CallOutcome outcome, CollectorAction action) {
        return switch (outcome) {
            case CallOutcome.Done done ->
                    new Finding(OperationState.DONE, ExecutionCertainty.EXECUTED, success(done));
            case CallOutcome.Failed failed -> of(failed, action);
        };
    }

    private static Finding of(CallOutcome.Failed failed, CollectorAction action) {
        var error = failed.error();
        if (error.certainty() == ExecutionCertainty.UNKNOWN) {
            return new Finding(OperationState.UNKNOWN, error.certainty(), unsure(error, action));
        }
        boolean stopped =
                failed.status() == RpcStatus.CANCELLED
                        && error.certainty() == ExecutionCertainty.NOT_EXECUTED;
        return stopped
                ? new Finding(
                        OperationState.CANCELLED,
                        error.certainty(),
                        Messages.text("operation.cancelled"))
                : new Finding(OperationState.FAILED, error.certainty(), sentence(error));
    }

    private static String unsure(RpcError error, CollectorAction action) {
        return action.operation().changes()
                ? Messages.text("operation.unsure", error.message())
                : Messages.text("operation.unanswered", error.message());
    }

    private static String success(CallOutcome.Done done) {
        var payload = done.response().payload();
        return payload.isPresent() && payload.get() instanceof HealthCheckData health
                ? Messages.text(
                        "operation.health", Messages.text("health." + health.status().wireName()))
                : Messages.text("operation.done");
    }

    /// What went wrong, and what to do next.
    static String sentence(RpcError error) {
        return error.known()
                .map(ErrorCode::nextStep)
                .map(next -> error.message() + " " + next)
                .orElse(error.message());
    }

    /// What an answer to QueryOutcome says.
    ///
    /// @param age of the operation
    static Finding found(GenericPayload answer, Duration age) {
        return switch (text(answer, "state")) {
            case "done" ->
                    finding(OperationState.DONE, ExecutionCertainty.EXECUTED, "operation.was.done");
            case "cancelled" ->
                    finding(
                            OperationState.CANCELLED,
                            ExecutionCertainty.NOT_EXECUTED,
                            "operation.cancelled");
            case "waiting", "running" -> underWay(answer);
            case "failed" -> failed(answer);
            default -> forgotten(answer, age);
        };
    }

    private static Finding underWay(GenericPayload answer) {
        var step = text(answer, "step");
        return new Finding(
                OperationState.UNKNOWN,
                ExecutionCertainty.UNKNOWN,
                step.isEmpty()
                        ? Messages.text("operation.was.running")
                        : Messages.text("operation.was.running.step", step));
    }

    private static Finding failed(GenericPayload answer) {
        var why = text(answer, "message");
        return switch (text(answer, "executed")) {
            case "not_executed" ->
                    new Finding(
                            OperationState.FAILED,
                            ExecutionCertainty.NOT_EXECUTED,
                            Messages.text("operation.was.refused", why));
            case "executed" ->
                    new Finding(
                            OperationState.FAILED,
                            ExecutionCertainty.EXECUTED,
                            Messages.text("operation.was.failed", why));
            default ->
                    new Finding(
                            OperationState.UNKNOWN,
                            ExecutionCertainty.UNKNOWN,
                            Messages.text("operation.was.unclear", why));
        };
    }

    // Whoever does not know a request that is younger than its memory has never begun it; with a
    // code it was at work when the responder was restarted.
    private static Finding forgotten(GenericPayload answer, Duration age) {
        boolean remembers =
                answer.values().get("remembered_ms") instanceof ConfigValue.Whole(var ms)
                        && age.toMillis() < ms;
        if (!text(answer, "code").isEmpty()) {
            return finding(
                    OperationState.UNKNOWN, ExecutionCertainty.UNKNOWN, "operation.was.lost");
        }
        return remembers
                ? finding(
                        OperationState.FAILED,
                        ExecutionCertainty.NOT_EXECUTED,
                        "operation.was.never")
                : finding(
                        OperationState.UNKNOWN,
                        ExecutionCertainty.UNKNOWN,
                        "operation.was.forgotten");
    }

    private static Finding finding(OperationState state, ExecutionCertainty certainty, String key) {
        return new Finding(state, certainty, Messages.text(key));
    }

    private static String text(GenericPayload answer, String name) {
        var value = answer.values().get(name);
        return value == null ? "" : value.toString();
    }
}
