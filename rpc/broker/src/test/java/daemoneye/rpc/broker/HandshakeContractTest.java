package daemoneye.rpc.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.concurrent.ExecutionException;

@ParameterizedClass
@EnumSource(WireKind.class)
class HandshakeContractTest {
    private final WireKind kind;
    private BrokerFixture fixture;

    HandshakeContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void listen() throws Exception {
        fixture = BrokerFixture.over(kind, SessionLimits.DEFAULT.withSessions(3));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aWelcomeSaysWhoTheBrokerIsAndHowManyAreThere() throws Exception {
        fixture.dial("first");
        var welcome = fixture.dial("second").welcome();
        assertThat(welcome.broker()).isEqualTo("test-broker");
        assertThat(welcome.brokerVersion()).isEqualTo("1.2.3");
        assertThat(welcome.protocolVersion()).isEqualTo(FrameHeader.VERSION);
        assertThat(welcome.maxFrameBytes()).isEqualTo(FrameHeader.MAX_FRAME_BYTES);
        assertThat(welcome.sessionsNow()).isEqualTo(2);
    }

    @Test
    void aClientOfAnotherVersionIsRefusedWithBothVersionsNamed() throws Exception {
        var client = new RawClient(fixture);
        client.hello(2, 3, "newer");
        var bye = client.awaitBye();
        assertThat(bye.code()).isEqualTo("version");
        assertThat(bye.sentence()).contains("speaks protocol version 1", "versions 2 to 3");
        assertThat(fixture.statistics().sessions()).isZero();
    }

    @Test
    void aClientThatSpeaksOurVersionAmongOthersIsWelcome() throws Exception {
        var client = new RawClient(fixture);
        client.hello(0, 9, "polyglot");
        client.next(FrameType.WELCOME);
    }

    @Test
    void aNameThatCannotBePrintedIsRefused() throws Exception {
        var client = new RawClient(fixture);
        client.hello(1, 1, "evil\u001b[2J");
        var bye = client.awaitBye();
        assertThat(bye.code()).isEqualTo("name");
        assertThat(bye.sentence()).contains("U+001B");
    }

    @Test
    void aNameThatIsMissingOrTooLongDoesNotEvenLeaveTheClient() {
        assertThatThrownBy(() -> fixture.dial(""))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(BusRefusal.class)
                .hasMessageContaining("has no name");
        assertThatThrownBy(() -> fixture.dial("x".repeat(129)))
                .hasRootCauseInstanceOf(BusRefusal.class)
                .hasMessageContaining("129 bytes");
    }

    @Test
    void theSessionThatIsOneTooManyIsRefusedUntilAnotherLeaves() throws Exception {
        var first = fixture.dial("first");
        fixture.dial("second");
        fixture.dial("third");
        assertThatThrownBy(() -> fixture.dial("fourth"))
                .hasRootCauseInstanceOf(BusRefusal.class)
                .hasMessageContaining("has 3 sessions and takes no more");
        first.close();
        Await.until("a session has left", () -> fixture.statistics().sessions() == 2);
        assertThat(fixture.dial("fifth").welcome().sessionsNow()).isEqualTo(3);
    }

    @Test
    void whoeverSaysSomethingElseThanHelloIsShownTheDoor() throws Exception {
        var client = new RawClient(fixture);
        client.send(FrameHeader.of(FrameType.PING), new byte[0]);
        var bye = client.awaitBye();
        assertThat(bye.code()).isEqualTo("bad_frame");
        assertThat(bye.sentence()).contains("first frame must be HELLO");
    }

    @Test
    void aTruncatedHelloIsRefusedWithTheFieldNamed() throws Exception {
        var client = new RawClient(fixture);
        client.send(FrameHeader.of(FrameType.HELLO), new byte[] {0, 1, 0, 1, 0, 9});
        assertThat(client.awaitBye().sentence()).contains("hello.name");
    }

    @Test
    void aSecondHelloEndsTheSession() throws Exception {
        var client = RawClient.welcomed(fixture, "twice");
        client.hello(1, 1, "twice");
        assertThat(client.awaitBye().sentence()).contains("HELLO");
        Await.until("the session is over", () -> fixture.statistics().sessions() == 0);
    }
}
