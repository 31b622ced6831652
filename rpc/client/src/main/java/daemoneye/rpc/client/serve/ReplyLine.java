package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.serve.Responses.Reply;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.codec.BodyCodec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// The way back to one caller: steps, then exactly one final reply, whoever races for it. Measures
/// waiting and working as it goes. Safe from any thread.
final class ReplyLine {
    private static final Logger log = LoggerFactory.getLogger(ReplyLine.class);
    private final RpcRequest request;
    private final ReplyRoute route;
    private final String serviceId;
    private final BodyCodec codec;
    private final Ticker ticker;
    private final long receivedNanos;
    private boolean begun;
    private long begunNanos;
    private boolean over;
    private boolean committed;

    ReplyLine(
            RpcRequest request,
            Received received,
            ReplyRoute route,
            String serviceId,
            BodyCodec codec,
            Ticker ticker) {
        this.request = request;
        this.route = route;
        this.serviceId = serviceId;
        this.codec = codec;
        this.ticker = ticker;
        this.receivedNanos = received.receivedNanos();
    }

    /// Work begins now.
    ///
    /// @return false if it must not, because the final reply has been given
    synchronized boolean begin() {
        begun = !over;
        begunNanos = ticker.nanos();
        return begun;
    }

    synchronized boolean begun() {
        return begun;
    }

    /// @return false if the final reply has been given before
    synchronized boolean commit() {
        committed = committed || !over;
        return committed;
    }

    /// Tells of a step; nothing if the final reply has been given.
    synchronized void progress(String step) {
        if (!over) {
            send(Responses.step(step), true);
        }
    }

    /// Gives the final reply.
    ///
    /// @return false if somebody else has
    synchronized boolean finish(Reply reply) {
        if (over) {
            return false;
        }
        over = true;
        send(reply, false);
        return true;
    }

    private void send(Reply reply, boolean more) {
        try {
            route.reply(codec.encode(response(reply)), more);
        } catch (IllegalArgumentException breaksBound) {
            log.warn("An answer to {} cannot be sent.", request.requestId(), breaksBound);
            var instead = Responses.unsendable(reply, String.valueOf(breaksBound.getMessage()));
            if (!more) {
                route.reply(codec.encode(response(instead)), false);
            }
        }
    }

    private RpcResponse response(Reply reply) {
        long now = ticker.nanos();
        long workBegan = begun ? begunNanos : now;
        return new RpcResponse(
                request.requestId(),
                serviceId,
                reply.status(),
                reply.payload(),
                Duration.ofNanos(now - workBegan).toMillis(),
                Duration.ofNanos(workBegan - receivedNanos).toMillis(),
                ticker.now(),
                reply.error());
    }
}
