package daemoneye.rpc.client.fake;

import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.UnreadableBody;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Encodes a body as a token of eight bytes that only this codec knows, the same for equal bodies;
/// anything else is unreadable.
public final class TokenCodec implements BodyCodec {
    private final Map<Long, MessageBody> bodies = new ConcurrentHashMap<>();
    private final Map<MessageBody, Long> known = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();
    private volatile Predicate<MessageBody> tooLarge = body -> false;

    /// Refuses to encode such bodies from now on.
    public void refuse(Predicate<MessageBody> bodiesThatAreTooLarge) {
        tooLarge = bodiesThatAreTooLarge;
    }

    @Override
    public byte[] encode(MessageBody body) {
        if (tooLarge.test(body)) {
            throw new IllegalArgumentException("payload is too large");
        }
        long token = known.computeIfAbsent(body, fresh -> tokens.incrementAndGet());
        bodies.put(token, body);
        return ByteBuffer.allocate(Long.BYTES).putLong(token).array();
    }

    @Override
    public MessageBody decode(byte[] bytes) throws UnreadableBody {
        var body = bytes.length == Long.BYTES ? bodies.get(ByteBuffer.wrap(bytes).getLong()) : null;
        if (body == null) {
            throw new UnreadableBody("no token of ours");
        }
        return body;
    }
}
