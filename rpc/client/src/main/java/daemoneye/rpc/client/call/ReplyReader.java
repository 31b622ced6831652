package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.UnreadableBody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicLong;

/// Decodes replies and drops those that belong to another request. Safe from any thread.
final class ReplyReader {
    private static final Logger log = LoggerFactory.getLogger(ReplyReader.class);
    private final BodyCodec codec;
    private final AtomicLong dropped = new AtomicLong();

    ReplyReader(BodyCodec codec) {
        this.codec = codec;
    }

    /// Replies that were not what they should have been.
    long dropped() {
        return dropped.get();
    }

    Reply read(byte[] payload, RequestId asked) {
        try {
            return switch (codec.decode(payload)) {
                case RpcResponse response when response.requestId().equals(asked) ->
                        new Reply.Ours(response);
                case RpcResponse refusal when refusesTheUnnamed(refusal) -> new Reply.Ours(refusal);
                case RpcResponse stray -> foreign(stray, asked);
                case Object other -> garbled(asked, "it is a " + other.getClass().getSimpleName());
            };
        } catch (UnreadableBody fault) {
            return garbled(asked, String.valueOf(fault.getMessage()));
        }
    }

    /// A responder that could not read which request it got: only ours came this way.
    private static boolean refusesTheUnnamed(RpcResponse response) {
        return response.requestId().equals(RequestId.NIL) && response.status() == RpcStatus.ERROR;
    }

    private Reply foreign(RpcResponse stray, RequestId asked) {
        dropped.incrementAndGet();
        log.debug(
                "Dropped a reply of {} for {} to {}", stray.serviceId(), stray.requestId(), asked);
        return new Reply.Foreign();
    }

    private Reply garbled(RequestId asked, String why) {
        dropped.incrementAndGet();
        log.debug("Dropped a reply to {}: {}", asked, why);
        return new Reply.Garbled(why);
    }

    /// What came in.
    sealed interface Reply {
        /// An answer to our request.
        record Ours(RpcResponse response) implements Reply {}

        /// An answer to something else: as if it had never come.
        record Foreign() implements Reply {}

        /// No answer at all.
        record Garbled(String why) implements Reply {}
    }
}
