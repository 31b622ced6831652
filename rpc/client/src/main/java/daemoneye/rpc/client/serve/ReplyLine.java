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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The way back to the callers of one request: steps, then exactly one final reply for each of
/// them. Measures waiting and working as it goes. Safe from any thread.
///
/// ```
///        ┌───────────────── settle ─────────────────┐
///  OPEN ─┤                                          ├─► SETTLED
///        └─ dismiss ─► DISMISSED (callers are told, ┘
///                      the handler is still at work)
/// ```
final class ReplyLine {
    /// Callers of one request that are told: retries of one caller, who has three attempts.
    static final int MOST_CALLERS = 100;

    private static final Logger log = LoggerFactory.getLogger(ReplyLine.class);
    private static final byte[] NONE_YET = {};
    private final RpcRequest request;
    private final String serviceId;
    private final BodyCodec codec;
    private final Ticker ticker;
    private final long receivedNanos;
    private final List<ReplyRoute> callers = new ArrayList<>(1);
    private State state = State.OPEN;
    private OptionalLong begunNanos = OptionalLong.empty();
    private long lastWordNanos;
    private Optional<Step> lastStep = Optional.empty();
    private byte[] answer = NONE_YET;

    private enum State {
        OPEN,
        DISMISSED,
        SETTLED
    }

    ReplyLine(
            RpcRequest request,
            Received received,
            ReplyRoute route,
            String serviceId,
            BodyCodec codec,
            Ticker ticker) {
        this.request = request;
        this.serviceId = serviceId;
        this.codec = codec;
        this.ticker = ticker;
        this.receivedNanos = received.receivedNanos();
        callers.add(route);
    }

    /// Work begins now.
    ///
    /// @return false if it must not, because a final reply has been given
    synchronized boolean begin() {
        if (state != State.OPEN) {
            return false;
        }
        lastWordNanos = ticker.nanos();
        begunNanos = OptionalLong.of(lastWordNanos);
        return true;
    }

    synchronized OptionalLong begunNanos() {
        return begunNanos;
    }

    synchronized Optional<Step> lastStep() {
        return lastStep;
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    /// Another caller: hears what comes from now on, or the final reply if it was given.
    ///
    /// @return false if there are too many
    synchronized boolean join(ReplyRoute route) {
        if (state == State.SETTLED) {
            route.reply(answer, false);
            return true;
        }
        return callers.size() < MOST_CALLERS && callers.add(route);
    }

    /// Tells of a step.
    synchronized void progress(Step step) {
        if (state != State.SETTLED) {
            lastStep = Optional.of(step);
            say(step);
        }
    }

    /// For how long nothing was said; zero before work has begun.
    synchronized Duration silence() {
        return begunNanos.isEmpty() ? Duration.ZERO : ticker.since(lastWordNanos);
    }

    /// Says that work goes on, with its last step if there was one.
    synchronized void breakSilence() {
        if (state != State.SETTLED && begunNanos.isPresent()) {
            long seconds = ticker.since(begunNanos.getAsLong()).toSeconds();
            say(lastStep.orElseGet(() -> Step.of("working for %d s".formatted(seconds))));
        }
    }

    private void say(Step step) {
        lastWordNanos = ticker.nanos();
        send(Responses.step(step), true);
    }

    /// Gives all callers a final reply while the handler is still at work; those who join later
    /// wait for its end.
    ///
    /// @return false if they have got one
    synchronized boolean dismiss(Reply reply) {
        if (state != State.OPEN) {
            return false;
        }
        state = State.DISMISSED;
        send(reply, false);
        callers.clear();
        return true;
    }

    /// Gives the final reply, which holds for good.
    ///
    /// @param before gets it encoded before anybody else does
    /// @return false if there is one
    synchronized boolean settle(Reply reply, Consumer<byte[]> before) {
        if (state == State.SETTLED) {
            return false;
        }
        state = State.SETTLED;
        answer = encode(reply, false);
        before.accept(answer);
        callers.forEach(each -> each.reply(answer, false));
        callers.clear();
        return true;
    }

    private void send(Reply reply, boolean more) {
        var bytes = encode(reply, more);
        if (bytes.length > 0) {
            callers.forEach(each -> each.reply(bytes, more));
        }
    }

    /// @return nothing for a step that cannot be sent
    private byte[] encode(Reply reply, boolean more) {
        try {
            return codec.encode(response(reply));
        } catch (IllegalArgumentException breaksBound) {
            log.warn("An answer to {} cannot be sent.", request.requestId(), breaksBound);
            var instead = Responses.unsendable(reply, String.valueOf(breaksBound.getMessage()));
            return more ? NONE_YET : codec.encode(response(instead));
        }
    }

    private RpcResponse response(Reply reply) {
        long now = ticker.nanos();
        long workBegan = begunNanos.orElse(now);
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
