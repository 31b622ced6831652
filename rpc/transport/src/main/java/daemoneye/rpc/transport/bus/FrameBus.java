package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.body.PatternBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The client's end of a session with the frame broker. All state lives on the wire's loop thread;
/// calls from elsewhere gather in a [LoopInbox] and are flushed together.
///
/// When the broker does not read, events and heartbeats are dropped and counted above
/// [#MOST_TELEMETRY_BYTES], and requests end as not sent above [#MOST_BYTES]. Replies and control
/// messages are never dropped.
public final class FrameBus implements Bus {
    /// Most bytes that may wait in the link before telemetry is dropped.
    public static final long MOST_TELEMETRY_BYTES = 1L << 20;

    /// Most bytes that may wait in the link before requests are not sent any more.
    public static final long MOST_BYTES = 8L << 20;

    /// Most bytes of an envelope, so that it fits a frame with the broker's stamp before it.
    public static final int MOST_ENVELOPE_BYTES =
            FrameHeader.MAX_FRAME_BYTES - FrameHeader.BYTES - EnvelopeBody.MAX_SENDER - 2;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Link link;
    private final Welcome welcome;
    private final Ticker ticker;
    private final LoopInbox inbox;
    private final KeepAlive keepAlive;
    private final PendingExchanges exchanges;
    private final PendingPings pings;
    private final SubscriptionTable subscriptions;
    private final IncomingFrames incoming;
    private final Consumer<Frame> answer = this::send;
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private final AtomicLong droppedTelemetry = new AtomicLong();
    private volatile boolean over;
    private boolean ended;
    private long lastNumber;

    FrameBus(Link link, Welcome welcome, Executor loop, Ticker ticker) {
        this.link = link;
        this.welcome = welcome;
        this.ticker = ticker;
        inbox = new LoopInbox(loop, link::flush, () -> end(SessionEnds.LOOP_GONE));
        keepAlive = new KeepAlive(ticker, this::pingQuietly, () -> leave(SessionEnds.SILENT));
        exchanges = new PendingExchanges(ticker);
        pings = new PendingPings(ticker);
        subscriptions = new SubscriptionTable(this::unsubscribe);
        incoming = new IncomingFrames(exchanges, pings, subscriptions, this::route);
        keepAlive.start();
    }

    @Override
    public Welcome welcome() {
        return welcome;
    }

    @Override
    public CompletableFuture<Subscription> subscribe(
            TopicPattern pattern, SubscriptionKind kind, DeliveryListener listener) {
        var result = new CompletableFuture<Subscription>();
        var question = new SubscriptionTable.Asked(pattern, kind, listener, result);
        inbox.run(() -> ask(question));
        return result;
    }

    @Override
    public void publish(Envelope message) {
        var body = bodyOf(message);
        int flags = EnvelopeBody.flagsOf(message.type());
        var header = new FrameHeader(FrameType.PUBLISH, flags, 0, 0, 0, 0);
        inbox.run(
                () -> {
                    if (mayDrop(message.type())) {
                        droppedTelemetry.incrementAndGet();
                    } else {
                        send(new Frame(header, body));
                    }
                });
    }

    @Override
    public Exchange request(
            Envelope message, Duration remaining, boolean everyone, ReplyListener replies) {
        var body = bodyOf(message);
        int type = EnvelopeBody.flagsOf(message.type());
        int flags = everyone ? type | Flags.EVERYONE : type;
        var time = remaining.compareTo(LONGEST) > 0 ? LONGEST : remaining;
        long deadline = ticker.nanos() + time.toNanos();
        var exchange = new PendingExchange(replies, deadline, inbox, exchanges);
        inbox.run(() -> open(exchange, flags, body));
        return exchange;
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        var result = new CompletableFuture<RoundTrip>();
        inbox.run(
                () -> {
                    if (ended) {
                        result.completeExceptionally(SessionEnds.over());
                        return;
                    }
                    pings.add(++lastNumber, result);
                    send(new Frame(new FrameHeader(FrameType.PING, 0, lastNumber, 0, 0, 0)));
                });
        return result;
    }

    @Override
    public CompletableFuture<CloseReason> closed() {
        return closed.copy();
    }

    @Override
    public void close() {
        over = true;
        inbox.run(() -> leave(CloseReason.bye("the client said good-bye")));
    }

    /// Events and heartbeats that did not leave because the broker did not read.
    public long droppedTelemetry() {
        return droppedTelemetry.get();
    }

    /// A frame arrived. On the loop.
    void onFrame(Frame frame) {
        if (over) {
            return;
        }
        keepAlive.heard();
        inbox.whileTaking(() -> take(frame));
    }

    private void take(Frame frame) {
        var fault = incoming.take(frame, answer);
        fault.ifPresent(reason -> leaveOrEnd(frame.header().type(), reason));
    }

    /// All frames of a read arrived. On the loop.
    void onReadComplete() {
        link.flush();
    }

    /// What arrived is no frame. On the loop.
    void onMalformed(MalformedFrame why) {
        leave(SessionEnds.badFrame(why));
    }

    /// The link has ended. On the loop.
    void onClosed(CloseReason reason) {
        end(reason);
    }

    private void leaveOrEnd(FrameType type, CloseReason reason) {
        if (type == FrameType.BYE) {
            end(reason);
            link.close(reason);
        } else {
            leave(reason);
        }
    }

    private void ask(SubscriptionTable.Asked question) {
        if (ended) {
            question.result().completeExceptionally(SessionEnds.over());
            return;
        }
        subscriptions.ask(++lastNumber, question);
        int kind =
                switch (question.kind()) {
                    case LISTEN -> Flags.LISTEN;
                    case ANSWER -> Flags.ANSWER;
                    case STAND_IN -> Flags.STAND_IN;
                };
        var header =
                new FrameHeader(FrameType.SUBSCRIBE, kind << Flags.KIND_SHIFT, lastNumber, 0, 0, 0);
        send(new Frame(header, PatternBody.write(question.pattern().text())));
    }

    private void unsubscribe(int route) {
        inbox.run(
                () -> {
                    subscriptions.remove(route);
                    send(new Frame(new FrameHeader(FrameType.UNSUBSCRIBE, 0, 0, route, 0, 0)));
                });
    }

    private void open(PendingExchange exchange, int flags, byte[] body) {
        if (exchange.isOver()) {
            return;
        }
        if (ended || link.pendingBytes() > MOST_BYTES) {
            exchange.end(ExchangeEnd.NOT_SENT);
            return;
        }
        long left = exchange.deadlineNanos() - ticker.nanos();
        if (left <= 0) {
            exchange.end(ExchangeEnd.NOT_SENT);
            return;
        }
        exchanges.add(++lastNumber, exchange);
        // Rounded up, because 0 would mean that there is no deadline.
        int millis = (int) ((left + 999_999) / 1_000_000);
        send(new Frame(new FrameHeader(FrameType.REQUEST, flags, lastNumber, 0, 0, millis), body));
    }

    /// The way back for a request that arrived here.
    private ReplyRoute route(int reply) {
        return (payload, more) -> {
            if (payload.length > FrameHeader.MAX_FRAME_BYTES - FrameHeader.BYTES) {
                throw SessionEnds.tooLarge(payload.length);
            }
            var header = new FrameHeader(FrameType.REPLY, more ? Flags.MORE : 0, 0, 0, reply, 0);
            inbox.run(() -> send(new Frame(header, payload)));
        };
    }

    private void pingQuietly() {
        send(new Frame(FrameHeader.of(FrameType.PING)));
        link.flush();
    }

    private boolean mayDrop(MessageType type) {
        boolean telemetry = type == MessageType.EVENT || type == MessageType.HEARTBEAT;
        return telemetry && !ended && link.pendingBytes() > MOST_TELEMETRY_BYTES;
    }

    private void send(Frame frame) {
        if (!ended) {
            keepAlive.said();
            link.send(frame);
        }
    }

    private void leave(CloseReason reason) {
        send(SessionEnds.bye(reason));
        link.flush();
        end(reason);
        link.close(reason);
    }

    private void end(CloseReason reason) {
        if (ended) {
            return;
        }
        ended = true;
        over = true;
        keepAlive.stop();
        exchanges.endAll(ExchangeEnd.LINK_LOST);
        var refusal = new BusRefusal(reason.code(), reason.sentence());
        subscriptions.endAll(refusal);
        pings.failAll(refusal);
        closed.complete(reason);
        inbox.close();
    }

    private static byte[] bodyOf(Envelope message) {
        var body = EnvelopeBody.write(message);
        if (body.length > MOST_ENVELOPE_BYTES) {
            throw SessionEnds.tooLarge(body.length);
        }
        return body;
    }
}
