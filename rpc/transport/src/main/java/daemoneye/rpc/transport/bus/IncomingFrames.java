package daemoneye.rpc.transport.bus;

import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// What a broker may say in a session, and whom it concerns. For the loop thread.
final class IncomingFrames {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingFrames.class);

    private final PendingExchanges exchanges;
    private final PendingPings pings;
    private final SubscriptionTable subscriptions;
    private final IntFunction<ReplyRoute> routes;

    /// @param routes makes the way back for a reply number
    IncomingFrames(
            PendingExchanges exchanges,
            PendingPings pings,
            SubscriptionTable subscriptions,
            IntFunction<ReplyRoute> routes) {
        this.exchanges = exchanges;
        this.pings = pings;
        this.subscriptions = subscriptions;
        this.routes = routes;
    }

    /// Takes a frame to where it belongs.
    ///
    /// @param answer sends a frame back
    /// @return why the session must end, if it must
    Optional<CloseReason> take(Frame frame, Consumer<Frame> answer) {
        try {
            return switch (frame.header().type()) {
                case DELIVER -> deliver(frame, Duration.ZERO, Optional.empty());
                case SERVE -> serve(frame);
                case ANSWER -> went(() -> exchanges.answered(frame));
                case REFUSED -> refused(frame);
                case SUBSCRIBED -> went(() -> subscriptions.granted(frame.header()));
                case PING -> went(() -> answer.accept(pings.pongTo(frame.header())));
                case PONG -> pong(frame);
                case BYE -> Optional.of(SessionEnds.of(RefusalBody.read(frame.body())));
                case HELLO,
                        WELCOME,
                        SUBSCRIBE,
                        UNSUBSCRIBE,
                        PUBLISH,
                        REQUEST,
                        REPLY,
                        CHALLENGE,
                        PROOF ->
                        unexpected(frame.header().type());
            };
        } catch (MalformedFrame e) {
            return Optional.of(SessionEnds.badFrame(e));
        }
    }

    private Optional<CloseReason> serve(Frame frame) throws MalformedFrame {
        var header = frame.header();
        return deliver(
                frame,
                Duration.ofMillis(header.remainingMs()),
                Optional.of(routes.apply(header.reply())));
    }

    private Optional<CloseReason> deliver(
            Frame frame, Duration remaining, Optional<ReplyRoute> replyRoute)
            throws MalformedFrame {
        FrameHeader header = frame.header();
        var subscription = subscriptions.at(header.route());
        if (subscription.isPresent()) {
            var message = EnvelopeBody.readStamped(header.flags(), frame.body());
            subscription.get().deliver(new Delivery(message, remaining, replyRoute));
        }
        return Optional.empty();
    }

    private Optional<CloseReason> refused(Frame frame) throws MalformedFrame {
        var why = RefusalBody.read(frame.body());
        if (frame.header().request() == 0) {
            LOG.warn("the broker passes on less than this client says: {}", why.sentence());
        } else if (!exchanges.refused(frame, why)) {
            subscriptions.refused(frame.header().request(), why);
        }
        return Optional.empty();
    }

    private Optional<CloseReason> pong(Frame frame) throws MalformedFrame {
        pings.answered(frame);
        return Optional.empty();
    }

    private static Optional<CloseReason> went(Runnable taken) {
        taken.run();
        return Optional.empty();
    }

    private static Optional<CloseReason> unexpected(FrameType type) {
        return Optional.of(SessionEnds.badFrame("a broker does not send " + type));
    }
}
