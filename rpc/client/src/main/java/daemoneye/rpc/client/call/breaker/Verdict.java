package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

import java.util.Set;

/// What the end of a call says about the collector.
public enum Verdict {
    /// Somebody answered, be it with a refusal.
    ANSWERED,
    /// Nobody answered, or with a fault of its own.
    TROUBLE,
    /// Nothing: the fault was ours, the link's or the broker's.
    NOTHING;

    private static final Set<ErrorCode> OF_THE_COLLECTOR =
            Set.of(
                    ErrorCode.NO_RESPONDER,
                    ErrorCode.RESPONDER_LOST,
                    ErrorCode.DEADLINE_EXCEEDED,
                    ErrorCode.INTERNAL_ERROR);

    /// A payload may have been refused here, before it was sent, and a caller by the broker. A
    /// service that closes cancels what it has.
    private static final Set<ErrorCode> OF_OTHERS =
            Set.of(
                    ErrorCode.LINK_LOST,
                    ErrorCode.NOT_CONNECTED,
                    ErrorCode.REQUEST_REFUSED,
                    ErrorCode.CIRCUIT_OPEN,
                    ErrorCode.INVALID_PAYLOAD,
                    ErrorCode.INVALID_TIMEOUT,
                    ErrorCode.PERMISSION_DENIED,
                    ErrorCode.CANCELLED);

    public static Verdict of(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Done _ -> ANSWERED;
            case CallOutcome.Failed(_, var error, _) ->
                    error.known().map(Verdict::of).orElseGet(() -> ofNewer(error));
        };
    }

    /// All other codes are refusals by somebody who is well.
    private static Verdict of(ErrorCode code) {
        if (OF_THE_COLLECTOR.contains(code)) {
            return TROUBLE;
        }
        return OF_OTHERS.contains(code) ? NOTHING : ANSWERED;
    }

    private static Verdict ofNewer(RpcError error) {
        return error.category() == ErrorCategory.TIMEOUT ? TROUBLE : ANSWERED;
    }
}
