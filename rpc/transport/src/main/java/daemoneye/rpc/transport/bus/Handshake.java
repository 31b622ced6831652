package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.body.WelcomeBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Introduces a client to a broker, and steps aside once the session is welcome.
///
/// ```
///  HELLO sent ──┬─ CHALLENGE, if we have a token ─► PROOF sent, and on as below
///               ├─ WELCOME, as we asked for ──────► session; all frames go to it from now on
///               ├─ WELCOME, as something else ────► refused by us
///               ├─ BYE or REFUSED ────────────────► refused, with the broker's sentence
///               ├─ the link ends ─────────────────► refused
///               └─ nothing for 5 s ───────────────► refused
/// ```
final class Handshake implements LinkListener {
    /// Time for the broker to answer HELLO.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Executor loop;
    private final Ticker ticker;
    private final Introduction introduction;
    private final CompletableFuture<Bus> result = new CompletableFuture<>();
    private Optional<FrameBus> bus = Optional.empty();
    private Ticker.Alarm patience = () -> {};

    Handshake(Executor loop, Ticker ticker, Admission admission, Supplier<byte[]> nonces) {
        this.loop = loop;
        this.ticker = ticker;
        this.introduction = new Introduction(admission, nonces);
    }

    CompletableFuture<Bus> result() {
        return result;
    }

    /// Says hello. On the loop.
    void begin(Link link, ClientIdentity who) {
        patience = ticker.after(PATIENCE, () -> refuse(link, SessionEnds.NO_WELCOME));
        send(link, FrameType.HELLO, introduction.hello(who));
    }

    @Override
    public void onFrame(Link link, Frame frame) {
        if (bus.isPresent()) {
            bus.get().onFrame(frame);
        } else if (!result.isDone()) {
            try {
                meet(link, frame);
            } catch (MalformedFrame e) {
                refuse(link, SessionEnds.badFrame(e));
            }
        }
    }

    @Override
    public void onMalformed(Link link, MalformedFrame why) {
        if (bus.isPresent()) {
            bus.get().onMalformed(why);
        } else {
            refuse(link, SessionEnds.badFrame(why));
        }
    }

    @Override
    public void onReadComplete(Link link) {
        bus.ifPresent(FrameBus::onReadComplete);
    }

    @Override
    public void onClosed(Link link, CloseReason reason) {
        patience.cancel();
        bus.ifPresent(open -> open.onClosed(reason));
        result.completeExceptionally(new BusRefusal(reason.code(), reason.sentence()));
    }

    private void meet(Link link, Frame frame) throws MalformedFrame {
        switch (frame.header().type()) {
            case CHALLENGE -> send(link, FrameType.PROOF, introduction.proof(frame.body()));
            case WELCOME -> welcome(link, frame.body());
            case BYE, REFUSED -> refuse(link, SessionEnds.of(RefusalBody.read(frame.body())));
            case HELLO,
                    SUBSCRIBE,
                    SUBSCRIBED,
                    UNSUBSCRIBE,
                    PUBLISH,
                    DELIVER,
                    REQUEST,
                    SERVE,
                    REPLY,
                    ANSWER,
                    PING,
                    PONG,
                    PROOF ->
                    throw new MalformedFrame(
                            "the broker answered HELLO with " + frame.header().type());
        }
    }

    private void welcome(Link link, byte[] bytes) throws MalformedFrame {
        var body = WelcomeBody.read(bytes);
        if (body.protocolVersion() != FrameHeader.VERSION) {
            refuse(link, SessionEnds.version(body.protocolVersion()));
            return;
        }
        var fault = introduction.fault(bytes);
        if (fault.isPresent()) {
            refuse(link, fault.get());
            return;
        }
        patience.cancel();
        var open = new FrameBus(link, welcomeOf(body), loop, ticker);
        bus = Optional.of(open);
        result.complete(open);
    }

    private static Welcome welcomeOf(WelcomeBody body) {
        return new Welcome(
                body.broker(),
                body.brokerVersion(),
                body.protocolVersion(),
                body.session(),
                body.maxFrameBytes(),
                body.sessionsNow(),
                Role.named(body.entry().role()),
                body.entry().name());
    }

    private static void send(Link link, FrameType type, byte[] body) {
        link.send(new Frame(FrameHeader.of(type), body));
        link.flush();
    }

    private void refuse(Link link, CloseReason reason) {
        patience.cancel();
        result.completeExceptionally(new BusRefusal(reason.code(), reason.sentence()));
        link.close(reason);
    }
}
