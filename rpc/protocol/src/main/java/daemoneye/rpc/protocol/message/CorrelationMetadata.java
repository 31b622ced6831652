package daemoneye.rpc.protocol.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Ties a message to what caused it.
///
/// @param correlationId of the request this belongs to; its request id
/// @param parent correlation id of the call that caused this one
/// @param root correlation id of the first call of the chain
/// @param traceId W3C trace id, 32 hex digits
/// @param spanId W3C span id, 16 hex digits
/// @param sequence of this message within its correlation, from 0
/// @param stage e.g. `canary`
/// @param workflow e.g. a rollout's name
/// @param hops how many brokers and relays it has passed
/// @param tags at most [#MAX_TAGS]
public record CorrelationMetadata(
        String correlationId,
        Optional<String> parent,
        Optional<String> root,
        Optional<String> traceId,
        Optional<String> spanId,
        long sequence,
        Optional<String> stage,
        Optional<String> workflow,
        int hops,
        Map<String, String> tags) {
    /// Most tags a message may carry.
    public static final int MAX_TAGS = 64;

    /// @throws IllegalArgumentException if there are more than [#MAX_TAGS] tags
    public CorrelationMetadata {
        if (tags.size() > MAX_TAGS) {
            throw new IllegalArgumentException(
                    "a message has %d tags, at most %d are allowed"
                            .formatted(tags.size(), MAX_TAGS));
        }
        tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /// Only a correlation id; nothing caused it.
    public static CorrelationMetadata of(String correlationId) {
        return new CorrelationMetadata(
                correlationId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Map.of());
    }

    /// For messages that belong to no call.
    public static CorrelationMetadata none() {
        return of("");
    }

    /// For a call that serves this one.
    public CorrelationMetadata child(String newCorrelationId) {
        return new CorrelationMetadata(
                newCorrelationId,
                Optional.of(correlationId),
                root.or(() -> Optional.of(correlationId)),
                traceId,
                spanId,
                0,
                stage,
                workflow,
                hops + 1,
                tags);
    }
}
