package daemoneye.rpc.protocol.error;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Why a call failed.
///
/// @param code e.g. `COLLECTOR_START_FAILED`; usually an [ErrorCode]
/// @param message one sentence for people
/// @param context facts by name, e.g. `collector_id`, `required_privileges`
/// @param certainty whether it had an effect
public record RpcError(
        String code,
        String message,
        Map<String, ConfigValue> context,
        ErrorCategory category,
        ExecutionCertainty certainty) {
    public RpcError {
        context = ConfigValue.copy(context);
    }

    /// A failure that had no effect, with the code's own category.
    public static RpcError notExecuted(ErrorCode code, String message) {
        return new RpcError(
                code.name(), message, Map.of(), code.category(), ExecutionCertainty.NOT_EXECUTED);
    }

    /// A failure that may have had an effect, with the code's own category.
    public static RpcError unknown(ErrorCode code, String message) {
        return new RpcError(
                code.name(), message, Map.of(), code.category(), ExecutionCertainty.UNKNOWN);
    }

    /// The same, with one more fact.
    public RpcError with(String name, ConfigValue value) {
        var more = new LinkedHashMap<>(context);
        more.put(name, value);
        return new RpcError(code, message, more, category, certainty);
    }

    /// The same, in another category.
    public RpcError in(ErrorCategory other) {
        return new RpcError(code, message, context, other, certainty);
    }

    /// The code as this version knows it; empty for a newer version's.
    public Optional<ErrorCode> known() {
        return Arrays.stream(ErrorCode.values())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }
}
