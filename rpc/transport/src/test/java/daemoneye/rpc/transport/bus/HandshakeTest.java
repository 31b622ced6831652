package daemoneye.rpc.transport.bus;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.body.WelcomeBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class HandshakeTest {
    private static final ClientIdentity ME = new ClientIdentity("console@desk", "console", "1", 7);

    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedLink link = new ScriptedLink();
    private final Handshake handshake =
            new Handshake(Runnable::run, ticker, Admission.USUAL, Nonces.secure());

    @BeforeEach
    void begin() {
        handshake.begin(link, ME);
    }

    @Test
    void theFirstFrameSaysWhoWeAreAndWhatWeSpeak() throws Exception {
        assertThat(link.last().header().type()).isEqualTo(FrameType.HELLO);
        assertThat(HelloBody.read(link.last().body()))
                .isEqualTo(new HelloBody(1, 1, "console@desk", "console", "1", 7));
        assertThat(link.flushes()).isPositive();
    }

    @Test
    void aWelcomeOpensTheSession() {
        receive(FrameType.WELCOME, new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2.0").toBytes());
        assertThat(handshake.result().join().welcome())
                .isEqualTo(new Welcome("desk", "2.0", 1, 9, 1 << 20, 3));
    }

    @Test
    void aGoodByeIsARefusalWithTheBrokersOwnSentence() {
        receive(FrameType.BYE, new RefusalBody("version", "update the client").toBytes());
        assertThat(refusal().code()).isEqualTo("version");
        assertThat(refusal()).hasMessage("update the client");
        assertThat(link.closed()).isPresent();
    }

    @Test
    void aVersionThatWeDidNotOfferIsRefusedWithBothNamed() {
        receive(FrameType.WELCOME, new WelcomeBody(2, 9, 1 << 20, 3, "desk", "2.0").toBytes());
        assertThat(refusal().code()).isEqualTo("version");
        assertThat(refusal().getMessage()).contains("version 2", "speaks 1");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsLeftAfterFiveSeconds() {
        ticker.advance(Duration.ofMillis(4999));
        assertThat(handshake.result()).isNotDone();
        ticker.advance(Duration.ofMillis(1));
        assertThat(refusal().code()).isEqualTo("handshake");
        assertThat(refusal().getMessage()).contains("within 5 s");
        assertThat(link.closed()).isPresent();
    }

    @Test
    void aLinkThatEndsIsARefusal() {
        handshake.onClosed(link, CloseReason.broken("reset", "the connection was reset"));
        assertThat(refusal().code()).isEqualTo("reset");
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void somethingElseThanAWelcomeIsRefused() {
        receive(FrameType.PONG, new byte[8]);
        assertThat(refusal().code()).isEqualTo("bad_frame");
        assertThat(refusal().getMessage()).contains("PONG");
    }

    @Test
    void aTruncatedWelcomeIsRefused() {
        receive(FrameType.WELCOME, new byte[] {0, 1, 0});
        assertThat(refusal().code()).isEqualTo("bad_frame");
        assertThat(refusal().getMessage()).contains("welcome.session");
    }

    private void receive(FrameType type, byte[] body) {
        handshake.onFrame(link, new Frame(FrameHeader.of(type), body));
    }

    private BusRefusal refusal() {
        assertThat(handshake.result()).isCompletedExceptionally();
        return (BusRefusal) handshake.result().exceptionNow();
    }
}
