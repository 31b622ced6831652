package daemoneye.rpc.broker;

import daemoneye.rpc.broker.access.Entrance;
import daemoneye.rpc.broker.access.Entrance.Step;
import daemoneye.rpc.broker.session.Refusals;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.session.TokenBucket;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.body.ClockBody;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/// The broker's end of one connection: first the handshake, then one frame after the other to where
/// it belongs. The first frame that breaks the protocol ends it. For the loop thread.
///
/// ```
///  connected ── HELLO ─┬─ acceptable ─────────────► session ── BYE, silence, bad frame ──► gone
///      │               ├─ CHALLENGE, right PROOF ─► session
///      │               └─ a stranger ─────────────► ignored for 500 ms ─────────────────► gone
///      └─ 5 s, or anything else, or the link ends ──────────────────────────────────────► gone
/// ```
final class ClientLink implements LinkListener {
    /// Sweeps without a byte after which a client is gone; see [Broker] for how often they are.
    static final int SILENT_SWEEPS = 5;

    /// From a wrong proof to its answer: who guesses gets no more than two answers a second from
    /// each connection, and learns nothing from how long they take.
    static final Duration STRANGERS_WAIT = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(ClientLink.class);

    private final Link link;
    private final BrokerSessions sessions;
    private final Switchboard switchboard;
    private final SessionLimits limits;
    private final Ticker ticker;
    private final TokenBucket bucket;
    private final Entrance entrance;
    private Optional<Session> session = Optional.empty();
    private Ticker.Alarm patience = () -> {};
    private boolean gone;
    private boolean stranger;
    private boolean greeted;
    private boolean paused;
    private int silentSweeps;

    ClientLink(
            Link link,
            BrokerSessions sessions,
            Switchboard switchboard,
            SessionLimits limits,
            Ticker ticker) {
        this.link = link;
        this.sessions = sessions;
        this.switchboard = switchboard;
        this.limits = limits;
        this.ticker = ticker;
        this.bucket = new TokenBucket(ticker, limits.messagesPerSecond());
        this.entrance = sessions.entrance(link);
    }

    boolean wasWelcome() {
        return session.isPresent();
    }

    void awaitHello() {
        var late =
                CloseReason.broken(
                        RefusalCode.HANDSHAKE,
                        "no hello came within %d ms".formatted(limits.handshake().toMillis()));
        patience = ticker.after(limits.handshake(), () -> end(late));
    }

    @Override
    public void onFrame(Link from, Frame frame) {
        silentSweeps = 0;
        if (gone || stranger || session.filter(Session::ended).isPresent()) {
            return;
        }
        try {
            if (session.isPresent()) {
                bucket.take();
                dispatch(session.get(), frame);
            } else {
                meet(frame);
            }
        } catch (MalformedFrame e) {
            onMalformed(from, e);
        }
    }

    @Override
    public void onMalformed(Link from, MalformedFrame why) {
        end(CloseReason.broken(why.code(), String.valueOf(why.getMessage())));
    }

    @Override
    public void onReadComplete(Link from) {
        switchboard.flushList().flush();
        slowDown();
    }

    @Override
    public void onWritable(Link from) {
        session.ifPresent(Session::drain);
    }

    @Override
    public void onClosed(Link from, CloseReason reason) {
        gone(reason);
    }

    /// Says why, as the last frame, and ends the connection.
    void end(CloseReason reason) {
        if (gone) {
            return;
        }
        if (session.isPresent()) {
            switchboard.end(session.get(), reason);
        } else {
            link.send(Refusals.bye(reason));
            link.flush();
            link.close(reason);
        }
        gone(reason);
    }

    /// A sweep for silent clients.
    void tick() {
        if (session.filter(Session::ended).isPresent()) {
            gone(CloseReason.bye("its session has ended"));
        } else if (!paused && ++silentSweeps >= SILENT_SWEEPS) {
            end(
                    CloseReason.broken(
                            RefusalCode.SILENT,
                            "nothing came for %d s: send a ping after 5 s of quiet"
                                    .formatted(limits.silence().toSeconds())));
        }
    }

    private void gone(CloseReason reason) {
        if (gone) {
            return;
        }
        gone = true;
        patience.cancel();
        LOG.debug("{} left: {} ({})", name(), reason.sentence(), reason.code());
        sessions.left(this);
        session.ifPresent(switchboard::ended);
        switchboard.flushList().flush();
    }

    private String name() {
        return session.map(Session::stamp).orElseGet(link::peer);
    }

    private void meet(Frame frame) throws MalformedFrame {
        var type = frame.header().type();
        if (type == FrameType.PROOF) {
            take(entrance.proof(frame.body()));
            return;
        }
        if (type != FrameType.HELLO || greeted) {
            throw new MalformedFrame(
                    (greeted ? "after CHALLENGE comes PROOF" : "the first frame must be HELLO")
                            + ", not "
                            + type);
        }
        greeted = true;
        var hello = HelloBody.read(frame.body());
        var fault = sessions.fault(hello);
        take(
                fault.isPresent()
                        ? new Step.Refuse(fault.get())
                        : entrance.hello(hello, frame.body()));
    }

    private void take(Step step) {
        switch (step) {
            case Step.LetIn entry -> letIn(entry);
            case Step.Ask(var body) -> {
                link.send(new Frame(FrameHeader.of(FrameType.CHALLENGE), body));
                link.flush();
            }
            case Step.Refuse(var why) -> end(why);
            case Step.Stranger(var why) -> keepWaiting(why);
        }
    }

    private void letIn(Step.LetIn entry) {
        // Others may have come in while this one proved who it is.
        var fault = sessions.fault(entry.hello());
        if (fault.isPresent()) {
            end(fault.get());
            return;
        }
        patience.cancel();
        session = Optional.of(sessions.welcome(link, entry));
    }

    private void keepWaiting(CloseReason why) {
        stranger = true;
        patience.cancel();
        link.read(false);
        sessions.stranger(link);
        patience = ticker.after(STRANGERS_WAIT, () -> end(why));
    }

    private void dispatch(Session from, Frame frame) throws MalformedFrame {
        switch (frame.header().type()) {
            case SUBSCRIBE -> switchboard.subscribe(from, frame);
            case UNSUBSCRIBE -> switchboard.unsubscribe(from, frame);
            case PUBLISH -> switchboard.publish(from, frame);
            case REQUEST -> switchboard.request(from, frame);
            case REPLY -> switchboard.reply(from, frame);
            case PING -> from.send(pongTo(frame.header()));
            case PONG -> {}
            case BYE -> goodBye(RefusalBody.read(frame.body()));
            case HELLO, WELCOME, SUBSCRIBED, DELIVER, SERVE, ANSWER, REFUSED, CHALLENGE, PROOF ->
                    throw new MalformedFrame(
                            "a client in a session does not send " + frame.header().type());
        }
    }

    private Frame pongTo(FrameHeader ping) {
        var header = new FrameHeader(FrameType.PONG, 0, ping.request(), 0, 0, 0);
        return new Frame(header, ClockBody.write(ticker.now()));
    }

    private void goodBye(RefusalBody why) {
        boolean clean = why.code().equals(RefusalCode.BYE);
        var reason = new CloseReason(clean, why.code(), why.sentence());
        gone(reason);
        link.close(reason);
    }

    /// Reads a client that says too much later rather than dropping what it says.
    private void slowDown() {
        var debt = bucket.debt();
        if (!paused && !debt.isZero()) {
            paused = true;
            link.read(false);
            ticker.after(
                    debt,
                    () -> {
                        paused = false;
                        link.read(true);
                    });
        }
    }
}
