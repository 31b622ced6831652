package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.Repeat;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import java.time.Duration;

/// Failures as the caller's side sees them, with what may have happened at the other end.
///
/// NOT_EXECUTED is claimed only for what never reached a responder. Everything else is UNKNOWN,
/// also for operations that change nothing: those say `safe_to_repeat` in their context instead.
final class CallFailures {
    private CallFailures() {}

    /// The exchange ended without a final reply.
    static CallOutcome.Failed ended(ExchangeEnd end, RpcRequest request, Duration took) {
        return switch (end) {
            case NO_RESPONDER ->
                    notExecuted(
                            RpcStatus.UNAVAILABLE,
                            ErrorCode.NO_RESPONDER,
                            "nobody answers " + request.target(),
                            took);
            case REFUSED ->
                    notExecuted(
                            RpcStatus.ERROR,
                            ErrorCode.REQUEST_REFUSED,
                            "the broker refused " + named(request),
                            took);
            case NOT_PERMITTED ->
                    notExecuted(
                            RpcStatus.ERROR,
                            ErrorCode.PERMISSION_DENIED,
                            "the role of this session does not allow it to ask "
                                    + request.target()
                                    + ": connect as somebody who may",
                            took);
            case NOT_SENT ->
                    notExecuted(
                            RpcStatus.UNAVAILABLE,
                            ErrorCode.NOT_CONNECTED,
                            "there is no link to the broker, " + named(request) + " was not sent",
                            took);
            case DEADLINE ->
                    unknown(
                            RpcStatus.TIMEOUT,
                            ErrorCode.DEADLINE_EXCEEDED,
                            "no answer to " + named(request) + " in time",
                            request,
                            took);
            case RESPONDER_LOST ->
                    unknown(
                            RpcStatus.UNAVAILABLE,
                            ErrorCode.RESPONDER_LOST,
                            "the responder left before it answered " + named(request),
                            request,
                            took);
            case LINK_LOST ->
                    unknown(
                            RpcStatus.UNAVAILABLE,
                            ErrorCode.LINK_LOST,
                            "the link to the broker broke during " + named(request),
                            request,
                            took);
        };
    }

    /// It could not be encoded or handed over.
    static CallOutcome.Failed unsendable(RpcRequest request, String why, Duration took) {
        return notExecuted(
                RpcStatus.ERROR,
                ErrorCode.INVALID_PAYLOAD,
                named(request) + " cannot be sent: " + why,
                took);
    }

    /// The final reply came and is no reply that we understand.
    static CallOutcome.Failed unreadable(RpcRequest request, String why, Duration took) {
        return unknown(
                RpcStatus.ERROR,
                ErrorCode.INTERNAL_ERROR,
                "the answer to " + named(request) + " cannot be read: " + why,
                request,
                took);
    }

    /// The responder said no. A no without details says nothing about what was done.
    static CallOutcome.Failed answered(RpcResponse response, RpcRequest request, Duration took) {
        var error =
                response.errorDetails()
                        .orElseGet(
                                () ->
                                        RpcError.unknown(
                                                ErrorCode.INTERNAL_ERROR,
                                                "%s answered %s with %s and no reason"
                                                        .formatted(
                                                                response.serviceId(),
                                                                named(request),
                                                                response.status().wireName())));
        return new CallOutcome.Failed(response.status(), error, took);
    }

    private static CallOutcome.Failed notExecuted(
            RpcStatus status, ErrorCode code, String sentence, Duration took) {
        return new CallOutcome.Failed(status, RpcError.notExecuted(code, sentence), took);
    }

    private static CallOutcome.Failed unknown(
            RpcStatus status, ErrorCode code, String sentence, RpcRequest request, Duration took) {
        boolean safe = request.operation().repeat() == Repeat.FREELY;
        var error = RpcError.unknown(code, sentence).with("safe_to_repeat", ConfigValue.of(safe));
        return new CallOutcome.Failed(status, error, took);
    }

    private static String named(RpcRequest request) {
        return request.operation().designName() + " to " + request.target();
    }
}
