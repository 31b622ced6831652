package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.Repeat;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Optional;

/// Whether a failure allows to send the same request again.
///
/// | operation | after trouble with the way there | `NO_RESPONDER` | a refusal that says when |
/// |---|---|---|---|
/// | freely | yes | yes | yes |
/// | same request | if it may have been executed | yes | yes |
/// | never | no | no | if no try may have been executed |
final class RetryRule {
    private RetryRule() {}

    /// @param uncertain whether this try or an earlier one may have been executed
    static boolean allows(Repeat repeat, RpcError error, boolean uncertain) {
        if (error.certainty() == ExecutionCertainty.EXECUTED) {
            return false;
        }
        boolean later = retryAfter(error).isPresent();
        return switch (repeat) {
            case FREELY -> later || isTroubleOnTheWay(error);
            case SAME_REQUEST ->
                    later
                            || is(error, ErrorCode.NO_RESPONDER)
                            || (uncertain && isTroubleOnTheWay(error));
            case NEVER -> later && !uncertain;
        };
    }

    /// What a refusal says when to come again.
    static Optional<Duration> retryAfter(RpcError error) {
        return error.certainty() == ExecutionCertainty.NOT_EXECUTED
                        && error.context().get("retry_after_ms")
                                instanceof ConfigValue.Whole(var ms)
                        && ms >= 0
                ? Optional.of(Duration.ofMillis(ms))
                : Optional.empty();
    }

    private static boolean isTroubleOnTheWay(RpcError error) {
        boolean way =
                error.category() == ErrorCategory.COMMUNICATION
                        || error.category() == ErrorCategory.TIMEOUT;
        return way && !is(error, ErrorCode.REQUEST_REFUSED) && !is(error, ErrorCode.CIRCUIT_OPEN);
    }

    private static boolean is(RpcError error, ErrorCode code) {
        return error.code().equals(code.name());
    }
}
