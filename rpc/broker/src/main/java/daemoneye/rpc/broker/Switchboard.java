package daemoneye.rpc.broker;

import daemoneye.rpc.broker.reply.ReplyRoutes;
import daemoneye.rpc.broker.routing.Audience;
import daemoneye.rpc.broker.routing.Subscriptions;
import daemoneye.rpc.broker.session.FlushList;
import daemoneye.rpc.broker.session.Refusals;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.body.PatternBody;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;

/// Passes messages between sessions. Reads a header and a topic, never a payload, and copies
/// neither. For the loop thread.
final class Switchboard {
    private final SessionLimits limits;
    private final Ticker ticker;
    private final BrokerCounters counters;
    private final Subscriptions subscriptions = new Subscriptions();
    private final FlushList flushList;
    private final ReplyRoutes routes;

    Switchboard(SessionLimits limits, Ticker ticker, BrokerCounters counters) {
        this.limits = limits;
        this.ticker = ticker;
        this.counters = counters;
        flushList = new FlushList(this::cutOff);
        routes = new ReplyRoutes(counters, ticker, flushList::flush);
    }

    FlushList flushList() {
        return flushList;
    }

    /// Takes a subscription, or says why not.
    void subscribe(Session session, Frame frame) throws MalformedFrame {
        long request = frame.header().request();
        var text = PatternBody.read(frame.body());
        var kind = kindOf(frame.header().flags());
        var fault = TopicPattern.fault(text);
        if (fault.isPresent()) {
            session.send(Refusals.refused(request, RefusalCode.PATTERN, fault.get()));
        } else if (subscriptions.count(session) >= limits.subscriptionsPerSession()) {
            session.send(Refusals.refused(request, RefusalCode.LIMIT, tooManySubscriptions()));
        } else {
            var pattern = new TopicPattern(text);
            var forbidden = session.access().subscribeFault(pattern, kind);
            if (forbidden.isPresent()) {
                notPermitted(session, request, forbidden.get());
                return;
            }
            var added = subscriptions.add(session, pattern, kind);
            counters.subscriptions.one();
            session.send(
                    new Frame(
                            new FrameHeader(
                                    FrameType.SUBSCRIBED, 0, request, added.route(), 0, 0)));
        }
    }

    /// Ends a subscription; one that is not there is none of our business.
    void unsubscribe(Session session, Frame frame) {
        if (subscriptions.remove(session, frame.header().route())) {
            counters.subscriptions.add(-1);
        }
    }

    /// Takes a message to everybody who listens.
    void publish(Session from, Frame frame) throws MalformedFrame {
        var audience = audienceOf(frame);
        if (tooLargeFrom(from, frame)) {
            throw new MalformedFrame(MalformedFrame.TOO_LARGE, tooLarge());
        }
        var forbidden = from.access().publishFault(audience.topic());
        if (forbidden.isPresent()) {
            counters.drop(DropCause.NOT_PERMITTED);
            from.refusePublish(forbidden.get());
            return;
        }
        counters.published.one();
        int type = frame.header().flags() & Flags.MESSAGE_TYPE_MASK;
        var listeners = audience.listeners();
        for (int at = 0; at < listeners.size(); at++) {
            var listener = listeners.get(at);
            var header = new FrameHeader(FrameType.DELIVER, type, 0, listener.route(), 0, 0);
            var delivery = new Frame(header, from.stampBytes(), frame.body());
            listener.session().send(delivery, audience.topic());
        }
        counters.delivered.add(listeners.size());
    }

    /// Takes a request to whoever answers, or says at once that nobody does.
    void request(Session from, Frame frame) throws MalformedFrame {
        var audience = audienceOf(frame);
        var header = frame.header();
        counters.requests.one();
        var forbidden = from.access().requestFault(audience.topic());
        if (forbidden.isPresent()) {
            notPermitted(from, header.request(), forbidden.get());
            return;
        }
        if (tooLargeFrom(from, frame)) {
            from.send(Refusals.refused(header.request(), RefusalCode.TOO_LARGE, tooLarge()));
            return;
        }
        var asked = audience.toAsk((header.flags() & Flags.EVERYONE) != 0);
        if (asked.isEmpty()) {
            from.send(nobodyAnswers(header.request(), audience));
            return;
        }
        int millis = remainingMillis(header);
        long deadline = ticker.nanos() + millis * 1_000_000L;
        int type = header.flags() & Flags.MESSAGE_TYPE_MASK;
        for (int at = 0; at < asked.size(); at++) {
            var responder = asked.get(at);
            var to = responder.session();
            int route = routes.open(from, header.request(), at, asked.size(), to, deadline);
            var serve = new FrameHeader(FrameType.SERVE, type, 0, responder.route(), route, millis);
            to.send(new Frame(serve, from.stampBytes(), frame.body()));
        }
    }

    /// Takes a reply back.
    void reply(Session from, Frame frame) {
        routes.reply(from, frame);
    }

    /// The session is over: nothing goes there any more, and whoever waits for it is told.
    void ended(Session session) {
        if (session.ended()) {
            return;
        }
        session.end();
        counters.sessions.add(-1);
        counters.subscriptions.add(-subscriptions.removeAll(session));
        routes.sessionEnded(session);
    }

    /// Ends a session for cause: it is told, then cut off.
    void end(Session session, CloseReason reason) {
        if (!session.ended()) {
            session.bye(reason);
            ended(session);
        }
    }

    /// No deadline is enforced from now on.
    void close() {
        routes.close();
    }

    private void notPermitted(Session session, long request, String sentence) {
        counters.notPermitted.one();
        session.send(Refusals.refused(request, RefusalCode.ACCESS, sentence));
    }

    private void cutOff(Session session) {
        session.cutOff().ifPresent(reason -> end(session, reason));
    }

    private Audience audienceOf(Frame frame) throws MalformedFrame {
        try {
            return subscriptions.audience(TopicField.read(frame.body()));
        } catch (IllegalArgumentException e) {
            throw new MalformedFrame(String.valueOf(e.getMessage()));
        }
    }

    private int remainingMillis(FrameHeader header) {
        long longest = limits.longestDeadline().toMillis();
        return (int)
                (header.remainingMs() == 0 ? longest : Math.min(header.remainingMs(), longest));
    }

    private static SubscriptionKind kindOf(int flags) throws MalformedFrame {
        return switch ((flags >> Flags.KIND_SHIFT) & 0b11) {
            case Flags.LISTEN -> SubscriptionKind.LISTEN;
            case Flags.ANSWER -> SubscriptionKind.ANSWER;
            case Flags.STAND_IN -> SubscriptionKind.STAND_IN;
            default -> throw new MalformedFrame("subscribe.kind 3 is none");
        };
    }

    private static boolean tooLargeFrom(Session from, Frame frame) {
        return frame.wireBytes() + from.stampBytes().length > FrameHeader.MAX_FRAME_BYTES;
    }

    private static String tooLarge() {
        return "with the sender's name the message is longer than %d bytes: send less at a time"
                .formatted(FrameHeader.MAX_FRAME_BYTES);
    }

    private String tooManySubscriptions() {
        return "a session may have %d subscriptions: use patterns with + or #"
                .formatted(limits.subscriptionsPerSession());
    }

    private static Frame nobodyAnswers(long request, Audience audience) {
        return Refusals.refused(
                request,
                RefusalCode.NO_RESPONDER,
                "nobody answers %s: check the id, and that its agent is connected"
                        .formatted(audience.topic()));
    }
}
