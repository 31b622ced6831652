package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a service says of its own accord, and how answers become statuses.
final class Responses {
    private Responses() {}

    /// The varying part of a response.
    record Reply(RpcStatus status, Optional<RpcPayload> payload, Optional<RpcError> error) {
        static Reply failed(RpcStatus status, RpcError error) {
            return new Reply(status, Optional.empty(), Optional.of(error));
        }

        /// Whether it says that nothing was executed, and to send the same request again.
        boolean invitesAgain() {
            return error.filter(Responses::invitesAgain).isPresent();
        }
    }

    static Reply of(Answer answer) {
        return switch (answer) {
            case Answer.Success(var payload) ->
                    new Reply(RpcStatus.SUCCESS, payload, Optional.empty());
            case Answer.Failure(var error) -> Reply.failed(status(error), error);
        };
    }

    static Reply tooMany(String serviceId, int most, Duration retryAfter) {
        var sentence = "%s is busy with %d requests already".formatted(serviceId, most);
        return Reply.failed(
                RpcStatus.ERROR,
                RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, sentence)
                        .with("retry_after_ms", ConfigValue.of(retryAfter.toMillis()))
                        .with("max_concurrent_requests", ConfigValue.of(most)));
    }

    static Reply tooLate(RpcRequest request) {
        var sentence =
                request.operation().designName()
                        + " came to its turn after its time and was not begun";
        return Reply.failed(
                RpcStatus.TIMEOUT, RpcError.notExecuted(ErrorCode.DEADLINE_EXCEEDED, sentence));
    }

    static Reply timeout(RpcRequest request, Duration allowed) {
        var sentence =
                "%s was not finished within %d ms and was interrupted"
                        .formatted(request.operation().designName(), allowed.toMillis());
        return Reply.failed(
                RpcStatus.TIMEOUT, RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, sentence));
    }

    /// What holds of a call that was interrupted at its deadline, and ended before its commit
    /// point.
    static Reply tooSlow(RpcRequest request, Duration allowed) {
        var sentence =
                "%s was not finished within %d ms and ended without effect"
                        .formatted(request.operation().designName(), allowed.toMillis());
        return Reply.failed(
                RpcStatus.TIMEOUT, RpcError.notExecuted(ErrorCode.DEADLINE_EXCEEDED, sentence));
    }

    /// @param by who cancelled it before its commit point
    static Reply cancelledBy(RpcRequest request, String by) {
        var sentence =
                "%s was cancelled by %s before it took effect"
                        .formatted(request.operation().designName(), by);
        return Reply.failed(
                RpcStatus.CANCELLED, RpcError.notExecuted(ErrorCode.CANCELLED, sentence));
    }

    static RpcError unrecorded(RpcRequest request, String serviceId) {
        var sentence =
                "%s was not begun because %s cannot record it: its log has the details"
                        .formatted(request.operation().designName(), serviceId);
        return RpcError.notExecuted(ErrorCode.INTERNAL_ERROR, sentence);
    }

    static Reply otherContent(RpcRequest request) {
        var sentence =
                "request id %s was used for another request before: use a new one"
                        .formatted(request.requestId());
        return Reply.failed(
                RpcStatus.ERROR, RpcError.notExecuted(ErrorCode.REQUEST_ID_REUSED, sentence));
    }

    /// The memory is full; see [daemoneye.rpc.client.serve.memory.CallMemory].
    static Reply memoryFull(String serviceId, Duration retryAfter) {
        var sentence =
                "%s remembers as many calls as it can, and began nothing that it could not remember"
                        .formatted(serviceId);
        return Reply.failed(
                RpcStatus.ERROR,
                RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, sentence)
                        .with("retry_after_ms", ConfigValue.of(retryAfter.toMillis())));
    }

    /// The request itself is at work, so nothing certain can be said about it.
    static Reply tooManyCallers(RpcRequest request) {
        var sentence =
                "%s is at work and %d wait for its answer already: ask for its outcome"
                        .formatted(request.requestId(), ReplyLine.MOST_CALLERS);
        return Reply.failed(
                RpcStatus.ERROR, RpcError.unknown(ErrorCode.TOO_MANY_REQUESTS, sentence));
    }

    /// @param begun whether the handler had been called
    static Reply cancelled(RpcRequest request, String serviceId, boolean begun) {
        var what = request.operation().designName();
        var error =
                begun
                        ? RpcError.unknown(
                                ErrorCode.CANCELLED,
                                what + " was interrupted because " + serviceId + " is closing")
                        : RpcError.notExecuted(
                                ErrorCode.CANCELLED,
                                what + " was not begun because " + serviceId + " is closing");
        return Reply.failed(RpcStatus.CANCELLED, error);
    }

    static Reply crashed(RpcRequest request, String serviceId) {
        var sentence =
                "%s failed inside %s: its log has the details under this correlation id"
                        .formatted(request.operation().designName(), serviceId);
        var id = ConfigValue.of(request.requestId().toString());
        return Reply.failed(
                RpcStatus.ERROR,
                RpcError.unknown(ErrorCode.INTERNAL_ERROR, sentence).with("correlation_id", id));
    }

    /// What whoever repeats a call of an earlier life is told: how it ended, if the records say so;
    /// what its answer carried is lost.
    static RpcResponse past(PastCall past, String serviceId, Instant now) {
        var lost =
                RpcError.unknown(
                        ErrorCode.RESPONDER_LOST,
                        "%s was restarted while it was at work on it".formatted(serviceId));
        boolean done = past.status().equals(Optional.of(RpcStatus.SUCCESS));
        return new RpcResponse(
                past.requestId(),
                serviceId,
                past.status().orElse(RpcStatus.ERROR),
                Optional.empty(),
                0,
                0,
                now,
                done ? Optional.empty() : past.error().or(() -> Optional.of(lost)));
    }

    /// The answer itself breaks a bound. What it says about execution still holds.
    static Reply unsendable(Reply answer, String why) {
        var certainty = answer.error().map(RpcError::certainty).orElse(ExecutionCertainty.EXECUTED);
        var error =
                new RpcError(
                        ErrorCode.TOO_LARGE.name(),
                        "the answer cannot be sent: " + why,
                        Map.of(),
                        ErrorCode.TOO_LARGE.category(),
                        certainty);
        return Reply.failed(RpcStatus.ERROR, error);
    }

    static Reply step(Step step) {
        return new Reply(
                RpcStatus.IN_PROGRESS,
                Optional.of(new GenericPayload(step.values())),
                Optional.empty());
    }

    private static boolean invitesAgain(RpcError error) {
        return error.certainty() == ExecutionCertainty.NOT_EXECUTED
                && (error.context().containsKey("retry_after_ms")
                        || error.code().equals(ErrorCode.NO_RESPONDER.name()));
    }

    private static RpcStatus status(RpcError error) {
        if (error.category() == ErrorCategory.TIMEOUT) {
            return RpcStatus.TIMEOUT;
        }
        return error.code().equals(ErrorCode.CANCELLED.name())
                ? RpcStatus.CANCELLED
                : RpcStatus.ERROR;
    }
}
