package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The fields of generic payloads: which operation knows which, and of what kind each is.
public final class Questions {
    private static final Class<ConfigValue.Text> TEXT = ConfigValue.Text.class;
    private static final Class<ConfigValue.Whole> WHOLE = ConfigValue.Whole.class;
    private static final Class<ConfigValue.Flag> FLAG = ConfigValue.Flag.class;

    private static final String REQUEST_ID = "request_id";
    private static final int UUID_LENGTH = 36;

    private Questions() {}

    /// The request that QueryOutcome or Cancel is about.
    ///
    /// @throws IllegalArgumentException if it has not passed [RequestChecks]
    public static RequestId about(RpcRequest request) {
        if (request.payload() instanceof GenericPayload(var values)
                && values.get(REQUEST_ID) instanceof ConfigValue.Text(var text)) {
            return RequestId.parse(text);
        }
        throw new IllegalArgumentException(request.operation() + " names no request");
    }

    static Optional<Fault> fault(CollectorOperation operation, GenericPayload payload) {
        var known = fields(operation);
        for (var each : payload.values().entrySet()) {
            var kind = known.get(each.getKey());
            if (kind == null) {
                return Optional.of(
                        new Fault(
                                Texts.below("values", each.getKey()),
                                "is not known to " + operation));
            }
            if (!kind.isInstance(each.getValue())) {
                return Optional.of(
                        new Fault(
                                Texts.below("values", each.getKey()),
                                "must be a " + kind.getSimpleName().toLowerCase(Locale.ROOT)));
            }
        }
        return known.containsKey(REQUEST_ID)
                ? requestId(payload.values().get(REQUEST_ID))
                : Optional.empty();
    }

    private static Optional<Fault> requestId(@Nullable ConfigValue value) {
        try {
            if (value instanceof ConfigValue.Text(var text) && text.length() == UUID_LENGTH) {
                var _ = RequestId.parse(text);
                return Optional.empty();
            }
        } catch (IllegalArgumentException noUuid) {
            // said below
        }
        return Optional.of(new Fault("values." + REQUEST_ID, "must be the UUID of a request"));
    }

    private static Map<String, Class<? extends ConfigValue>> fields(CollectorOperation operation) {
        return switch (operation) {
            case QUERY_OUTCOME, CANCEL -> Map.of(REQUEST_ID, TEXT);
            case GET_CONFIG -> Map.of("version", WHOLE, "history", WHOLE);
            case QUERY_AUDIT ->
                    Map.of(
                            "limit", WHOLE,
                            "before", WHOLE,
                            "collector_id", TEXT,
                            "operation", TEXT,
                            "failures_only", FLAG,
                            "changes_only", FLAG,
                            "headers", FLAG);
            case REGISTER,
                    DEREGISTER,
                    START,
                    STOP,
                    RESTART,
                    HEALTH_CHECK,
                    UPDATE_CONFIG,
                    GRACEFUL_SHUTDOWN,
                    FORCE_SHUTDOWN,
                    GET_CAPABILITIES,
                    PAUSE,
                    RESUME,
                    EXECUTE_TASK,
                    LIST_COLLECTORS,
                    UNKNOWN ->
                    Map.of();
        };
    }
}
