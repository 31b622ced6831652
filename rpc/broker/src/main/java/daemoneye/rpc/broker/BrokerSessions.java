package daemoneye.rpc.broker;

import daemoneye.rpc.broker.access.Entrance;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.WelcomeBody;
import daemoneye.rpc.transport.bus.NameRule;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everybody who is connected, and who may become a session. For the loop thread.
final class BrokerSessions {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSessions.class);
    private static final Duration WARN_EVERY = Duration.ofSeconds(1);

    private final BrokerSettings settings;
    private final Switchboard switchboard;
    private final BrokerCounters counters;
    private final Ticker ticker;
    private final Set<ClientLink> links = new LinkedHashSet<>();
    private int welcomed;
    private int lastNumber;
    private long nextWarningNanos;
    private boolean closing;

    BrokerSessions(
            BrokerSettings settings,
            Switchboard switchboard,
            BrokerCounters counters,
            Ticker ticker) {
        this.settings = settings;
        this.switchboard = switchboard;
        this.counters = counters;
        this.ticker = ticker;
        nextWarningNanos = ticker.nanos();
    }

    /// A client has connected and said nothing yet.
    ClientLink arrived(Link link) {
        var arrival = new ClientLink(link, this, switchboard, settings.limits(), ticker);
        links.add(arrival);
        var fault = arrivalFault();
        if (fault.isPresent()) {
            arrival.end(fault.get());
        } else {
            arrival.awaitHello();
        }
        return arrival;
    }

    /// Why this hello does not get a session, if it does not.
    Optional<CloseReason> fault(HelloBody hello) {
        if (!hello.speaks(FrameHeader.VERSION)) {
            return refusal(RefusalCode.VERSION, wrongVersion(hello));
        }
        var nameFault = NameRule.fault(hello.name());
        if (nameFault.isPresent()) {
            return refusal(RefusalCode.NAME, nameFault.get());
        }
        return welcomed >= settings.limits().sessions() ? full() : Optional.empty();
    }

    /// Decides what a client on this link is let in as.
    Entrance entrance(Link link) {
        return new Entrance(settings.tokens(), link.origin());
    }

    /// Somebody could not prove who it is. Told at most once a second, because it may be a flood.
    void stranger(Link link) {
        counters.failedAuthentications.one();
        if (ticker.nanos() - nextWarningNanos >= 0) {
            nextWarningNanos = ticker.nanos() + WARN_EVERY.toNanos();
            LOG.warn(
                    "{} could not prove who it is ({} such attempts so far)",
                    link.peer(),
                    counters.failedAuthentications.read());
        }
    }

    /// Opens a session and tells the client.
    Session welcome(Link link, Entrance.Step.LetIn entry) {
        welcomed++;
        counters.sessions.one();
        var session =
                new Session(
                        ++lastNumber,
                        entry.access(),
                        link,
                        settings.limits(),
                        counters,
                        switchboard.flushList(),
                        ticker);
        var body =
                new WelcomeBody(
                        FrameHeader.VERSION,
                        session.number(),
                        FrameHeader.MAX_FRAME_BYTES,
                        welcomed,
                        settings.name(),
                        settings.version(),
                        new WelcomeBody.Entry(
                                entry.access().role().wireName(), entry.access().name()));
        var before = body.toBytes();
        var whole = WelcomeBody.withProof(before, entry.proof().apply(before));
        session.send(new Frame(FrameHeader.of(FrameType.WELCOME), whole));
        return session;
    }

    /// A client is gone, or as good as gone.
    void left(ClientLink link) {
        if (links.remove(link) && link.wasWelcome()) {
            welcomed--;
        }
    }

    /// Looks for clients that have gone without a word.
    void sweepSilent() {
        all().forEach(ClientLink::tick);
    }

    /// Says good-bye to everybody, and welcomes nobody any more.
    void closeAll() {
        closing = true;
        all().forEach(link -> link.end(CloseReason.bye("the broker is shutting down")));
    }

    private List<ClientLink> all() {
        return new ArrayList<>(links);
    }

    private Optional<CloseReason> arrivalFault() {
        if (closing) {
            return refusal(RefusalCode.BYE, "the broker is shutting down: connect to another");
        }
        // As many again may be shaking hands; more is a flood.
        return links.size() > 2 * settings.limits().sessions() ? full() : Optional.empty();
    }

    private Optional<CloseReason> full() {
        return refusal(
                RefusalCode.LIMIT,
                "the broker has %d sessions and takes no more: close one, or raise its limit"
                        .formatted(settings.limits().sessions()));
    }

    private static Optional<CloseReason> refusal(String code, String sentence) {
        return Optional.of(CloseReason.broken(code, sentence));
    }

    private static String wrongVersion(HelloBody hello) {
        return "this broker speaks protocol version %d, the client %s: update the older one"
                .formatted(FrameHeader.VERSION, versions(hello));
    }

    private static String versions(HelloBody hello) {
        return hello.minVersion() == hello.maxVersion()
                ? "version " + hello.minVersion()
                : "versions %d to %d".formatted(hello.minVersion(), hello.maxVersion());
    }
}
