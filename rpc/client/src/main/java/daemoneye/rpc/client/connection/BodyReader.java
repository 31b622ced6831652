package daemoneye.rpc.client.connection;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.UnreadableBody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Decodes what arrives. A body that cannot be read is counted and logged, at most once in
/// [#LOG_EVERY]; if it came as a request, its caller is told at once instead of waiting in vain. So
/// is the caller of what can be read and is no [RpcRequest].
/// Safe from any thread.
final class BodyReader {
    /// A peer that sends nothing but garbage must not fill the disk as well.
    static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(BodyReader.class);
    private final BodyCodec codec;
    private final String serviceId;
    private final Ticker ticker;
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong nextLogNanos;

    BodyReader(BodyCodec codec, String serviceId, Ticker ticker) {
        this.codec = codec;
        this.serviceId = serviceId;
        this.ticker = ticker;
        this.nextLogNanos = new AtomicLong(ticker.nanos());
    }

    /// Bodies that could not be read so far.
    long unreadable() {
        return unreadable.get();
    }

    Optional<Received> read(Delivery delivery) {
        var message = delivery.message();
        try {
            var body = codec.decode(message.payload());
            if (delivery.replyRoute().isPresent() && !(body instanceof RpcRequest)) {
                throw new UnreadableBody(
                        "an RpcRequest is needed, not a " + body.getClass().getSimpleName());
            }
            return Optional.of(
                    new Received(
                            message,
                            body,
                            ticker.nanos(),
                            delivery.remaining(),
                            delivery.replyRoute()));
        } catch (UnreadableBody fault) {
            count(delivery, fault);
            delivery.replyRoute().ifPresent(route -> refuse(delivery, fault, route));
            return Optional.empty();
        }
    }

    private void count(Delivery delivery, UnreadableBody fault) {
        long total = unreadable.incrementAndGet();
        long now = ticker.nanos();
        long next = nextLogNanos.get();
        if (now - next >= 0 && nextLogNanos.compareAndSet(next, now + LOG_EVERY.toNanos())) {
            log.warn(
                    "A message from {} to {} could not be read: {} ({} such messages so far)",
                    delivery.message().sender(),
                    delivery.message().topic(),
                    fault.getMessage(),
                    total);
        }
    }

    /// The correlation id stands outside the body, and is the request id of each request of ours. A
    /// caller of another kind gets an answer without one: the end of its exchange counts.
    private void refuse(Delivery delivery, UnreadableBody fault, ReplyRoute route) {
        var id = requestId(delivery.message().correlation().correlationId());
        route.reply(codec.encode(refusal(id.orElse(RequestId.NIL), fault)), false);
    }

    private RpcResponse refusal(RequestId id, UnreadableBody fault) {
        var sentence = "The request could not be read: " + fault.getMessage();
        return new RpcResponse(
                id,
                serviceId,
                RpcStatus.ERROR,
                Optional.empty(),
                0,
                0,
                ticker.now(),
                Optional.of(RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, sentence)));
    }

    private static Optional<RequestId> requestId(String correlationId) {
        try {
            return Optional.of(RequestId.parse(correlationId));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
