package daemoneye.rpc.protocol.id;

import java.util.UUID;

/// Names one request for its whole life: the request, its retries, every reply, its audit entries
/// and the question what became of it. Also its correlation id on the wire.
public record RequestId(UUID value) {
    /// Stands in a refusal of what names no request.
    public static final RequestId NIL = new RequestId(new UUID(0, 0));

    /// A fresh random id.
    public static RequestId random() {
        return new RequestId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if `text` is no UUID
    public static RequestId parse(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
