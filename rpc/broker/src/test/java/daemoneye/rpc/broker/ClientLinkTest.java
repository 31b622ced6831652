package daemoneye.rpc.broker;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.access.TokenBook;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.BrokerStatistics;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.ClockBody;
import daemoneye.rpc.transport.body.EntryWish;
import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.body.PatternBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.Origin;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ClientLinkTest {
    private static final String TOPIC = "control.collector.a";

    private final FakeTicker ticker = new FakeTicker();
    private final BrokerCounters counters = new BrokerCounters();
    private SessionLimits limits = SessionLimits.DEFAULT;
    private BrokerSessions sessions = newSessions();

    @Test
    void aConnectionWithoutHelloEndsAfterFiveSeconds() throws Exception {
        var link = new ScriptedLink();
        sessions.arrived(link);
        ticker.advance(Duration.ofMillis(4999));
        assertThat(link.closed()).isEmpty();
        ticker.advance(Duration.ofMillis(1));
        assertThat(bye(link).code()).isEqualTo("handshake");
    }

    @Test
    void aStrangerIsToldAfterTheSameTimeWhateverWasWrongAndIsCounted() throws Exception {
        var anna = Token.of("anna", Role.VIEWER, new byte[32]);
        sessions = newSessions(TokenBook.of(List.of(anna)));
        for (var name : List.of("", "anna", "unknown")) {
            var link = new ScriptedLink();
            link.setOrigin(Origin.SAME_MACHINE);
            var client = sessions.arrived(link);
            var nonce = name.isEmpty() ? "" : "00".repeat(32);
            var wish = new EntryWish("", name, nonce);
            var hello = new HelloBody(1, 1, "guesser", "cli", "1", 1, wish);
            receive(client, link, FrameHeader.of(FrameType.HELLO), hello.toBytes());
            if (!name.isEmpty()) {
                assertThat(link.last().header().type()).isEqualTo(FrameType.CHALLENGE);
                var wrong = NonceBody.write(new byte[32]);
                receive(client, link, FrameHeader.of(FrameType.PROOF), wrong);
            }
            assertThat(link.readWanted()).isFalse();
            ticker.advance(Duration.ofMillis(499));
            receive(client, link, FrameHeader.of(FrameType.HELLO), hello.toBytes());
            assertThat(link.closed()).isEmpty();
            ticker.advance(Duration.ofMillis(1));
            assertThat(bye(link).code()).isEqualTo("auth_failed");
        }
        assertThat(statistics().failedAuthentications()).isEqualTo(3);
        assertThat(statistics().sessions()).isZero();
    }

    @Test
    void whoeverWasChallengedMayOnlyProve() throws Exception {
        var link = new ScriptedLink();
        var client = sessions.arrived(link);
        var wish = new EntryWish("", "anna", "00".repeat(32));
        var hello = new HelloBody(1, 1, "x", "cli", "1", 1, wish).toBytes();
        receive(client, link, FrameHeader.of(FrameType.HELLO), hello);
        receive(client, link, FrameHeader.of(FrameType.HELLO), hello);
        assertThat(bye(link).sentence()).isEqualTo("after CHALLENGE comes PROOF, not HELLO");
    }

    @Test
    void whoeverIsChallengedAndThenSilentIsSentAwayAfterFiveSeconds() throws Exception {
        var link = new ScriptedLink();
        var client = sessions.arrived(link);
        var wish = new EntryWish("", "anna", "00".repeat(32));
        var hello = new HelloBody(1, 1, "x", "cli", "1", 1, wish).toBytes();
        ticker.advance(Duration.ofSeconds(4));
        receive(client, link, FrameHeader.of(FrameType.HELLO), hello);
        ticker.advance(Duration.ofSeconds(1));
        assertThat(bye(link).code()).isEqualTo("handshake");
    }

    @Test
    void aWelcomedConnectionMayBeQuietButNotForFiveSweeps() throws Exception {
        var link = new ScriptedLink();
        var client = welcomed(link, "quiet");
        for (int sweep = 0; sweep < 4; sweep++) {
            sessions.sweepSilent();
        }
        receive(client, link, FrameHeader.of(FrameType.PING), new byte[0]);
        for (int sweep = 0; sweep < 4; sweep++) {
            sessions.sweepSilent();
        }
        assertThat(link.closed()).isEmpty();
        sessions.sweepSilent();
        assertThat(bye(link).code()).isEqualTo("silent");
        assertThat(statistics().sessions()).isZero();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void moreConnectionsThanCouldEverBecomeSessionsAreRefusedAtOnce() throws Exception {
        limits = SessionLimits.DEFAULT.withSessions(2);
        sessions = newSessions();
        for (int at = 0; at < 4; at++) {
            sessions.arrived(new ScriptedLink());
        }
        var fifth = new ScriptedLink();
        sessions.arrived(fifth);
        assertThat(bye(fifth).code()).isEqualTo("limit");
    }

    @Test
    void aPingIsAnsweredWithTheBrokersClock() throws Exception {
        var link = new ScriptedLink();
        var client = welcomed(link, "pinger");
        receive(client, link, new FrameHeader(FrameType.PING, 0, 42, 0, 0, 0), new byte[0]);
        assertThat(link.last().header()).isEqualTo(new FrameHeader(FrameType.PONG, 0, 42, 0, 0, 0));
        assertThat(ClockBody.read(link.last().body())).isEqualTo(ticker.now());
    }

    @Test
    void aClientAboveItsRateIsReadLaterAndLosesNothing() {
        limits = SessionLimits.DEFAULT.withMessagesPerSecond(1000);
        sessions = newSessions();
        var link = new ScriptedLink();
        var client = welcomed(link, "chatty");
        for (int at = 0; at < 1500; at++) {
            client.onFrame(link, new Frame(FrameHeader.of(FrameType.PING)));
        }
        client.onReadComplete(link);
        assertThat(link.sent(FrameType.PONG)).hasSize(1500);
        assertThat(link.readWanted()).isFalse();
        ticker.advance(Duration.ofMillis(499));
        assertThat(link.readWanted()).isFalse();
        ticker.advance(Duration.ofMillis(2));
        assertThat(link.readWanted()).isTrue();
    }

    @Test
    void aReadThatFansOutCostsEachDestinationOneFlush() {
        var publisherLink = new ScriptedLink();
        var publisher = welcomed(publisherLink, "publisher");
        var one = new ScriptedLink();
        subscribe(welcomed(one, "one"), one, Flags.LISTEN);
        var two = new ScriptedLink();
        subscribe(welcomed(two, "two"), two, Flags.LISTEN);
        one.forget();
        two.forget();
        for (int at = 0; at < 50; at++) {
            publisher.onFrame(
                    publisherLink, new Frame(FrameHeader.of(FrameType.PUBLISH), body(10)));
        }
        publisher.onReadComplete(publisherLink);
        assertThat(one.sent(FrameType.DELIVER)).hasSize(50);
        assertThat(one.flushes()).isEqualTo(1);
        assertThat(two.flushes()).isEqualTo(1);
    }

    @Test
    void thePayloadIsPassedOnAsItIsWithoutACopy() {
        var link = new ScriptedLink();
        var client = welcomed(link, "echo");
        subscribe(client, link, Flags.LISTEN);
        var body = body(10);
        receive(client, link, FrameHeader.of(FrameType.PUBLISH), body);
        assertThat(link.last().body()).isSameAs(body);
        assertThat(link.last().stamp()).isEqualTo(EnvelopeBody.stamp("echo#1/agent"));
    }

    @Test
    void aDeadlineLongerThanTheBrokersIsShortenedAndNoneIsTheLongest() {
        var link = new ScriptedLink();
        var client = welcomed(link, "both");
        subscribe(client, link, Flags.ANSWER);
        for (int asked : new int[] {0, 1_000_000}) {
            receive(
                    client,
                    link,
                    new FrameHeader(FrameType.REQUEST, Flags.CONTROL, 1, 0, 0, asked),
                    body(10));
            assertThat(link.last().header().remainingMs()).isEqualTo(300_000);
        }
    }

    @Test
    void aRequestThatFitsNoFrameWithTheStampIsRefusedAndTheSessionGoesOn() throws Exception {
        var link = new ScriptedLink();
        var client = welcomed(link, "large");
        subscribe(client, link, Flags.ANSWER);
        var body = body(FrameHeader.MAX_FRAME_BYTES - FrameHeader.BYTES - 40);
        receive(
                client,
                link,
                new FrameHeader(FrameType.REQUEST, Flags.CONTROL, 9, 0, 0, 1000),
                body);
        assertThat(link.last().header().type()).isEqualTo(FrameType.REFUSED);
        assertThat(RefusalBody.read(link.last().body()).code()).isEqualTo("too_large");
        assertThat(link.closed()).isEmpty();
    }

    @Test
    void aSlowSessionIsCutOffWithoutDisturbingTheMessageThatDidIt() throws Exception {
        limits = SessionLimits.DEFAULT.withQueue(100, 50);
        sessions = newSessions();
        var slowLink = new ScriptedLink();
        subscribe(welcomed(slowLink, "slow"), slowLink, Flags.LISTEN);
        var fastLink = new ScriptedLink();
        var fast = welcomed(fastLink, "fast");
        subscribe(fast, fastLink, Flags.LISTEN);
        slowLink.setWritable(false);

        receive(
                fast,
                fastLink,
                new FrameHeader(FrameType.PUBLISH, Flags.CONTROL, 0, 0, 0, 0),
                body(200));
        assertThat(fastLink.sent(FrameType.DELIVER)).hasSize(1);
        assertThat(bye(slowLink).code()).isEqualTo("slow_consumer");
        assertThat(statistics().sessions()).isEqualTo(1);
        assertThat(statistics().subscriptions()).isEqualTo(1);
    }

    private BrokerSessions newSessions() {
        return newSessions(TokenBook.empty());
    }

    private BrokerSessions newSessions(TokenBook tokens) {
        var settings = BrokerSettings.named("test", "1").withLimits(limits).withTokens(tokens);
        var switchboard = new Switchboard(limits, ticker, counters);
        return new BrokerSessions(settings, switchboard, counters, ticker);
    }

    private ClientLink welcomed(ScriptedLink link, String name) {
        var client = sessions.arrived(link);
        var hello = new HelloBody(1, 1, name, "agent", "1", 1);
        receive(client, link, FrameHeader.of(FrameType.HELLO), hello.toBytes());
        assertThat(link.last().header().type()).isEqualTo(FrameType.WELCOME);
        return client;
    }

    private static void subscribe(ClientLink client, ScriptedLink link, int kind) {
        var header = new FrameHeader(FrameType.SUBSCRIBE, kind << Flags.KIND_SHIFT, 1, 0, 0, 0);
        receive(client, link, header, PatternBody.write(TOPIC));
        assertThat(link.last().header().type()).isEqualTo(FrameType.SUBSCRIBED);
    }

    private static void receive(
            ClientLink client, ScriptedLink link, FrameHeader header, byte[] body) {
        client.onFrame(link, new Frame(header, body));
        client.onReadComplete(link);
    }

    private static byte[] body(int bytes) {
        return EnvelopeBody.write(
                Envelope.outgoing(
                        new Topic(TOPIC),
                        CorrelationMetadata.none(),
                        MessageType.CONTROL,
                        Instant.EPOCH,
                        new byte[bytes]));
    }

    private static RefusalBody bye(ScriptedLink link) throws Exception {
        assertThat(link.closed()).isPresent();
        assertThat(link.last().header().type()).isEqualTo(FrameType.BYE);
        return RefusalBody.read(link.last().body());
    }

    private BrokerStatistics statistics() {
        return counters.snapshot(Duration.ZERO);
    }
}
