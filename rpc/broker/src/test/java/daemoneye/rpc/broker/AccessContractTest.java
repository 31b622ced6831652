package daemoneye.rpc.broker;

import static daemoneye.rpc.broker.BrokerFixture.PLENTY;
import static daemoneye.rpc.broker.BrokerFixture.control;
import static daemoneye.rpc.broker.BrokerFixture.event;
import static daemoneye.rpc.broker.BrokerFixture.listen;
import static daemoneye.rpc.broker.BrokerFixture.message;
import static daemoneye.rpc.broker.BrokerFixture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.broker.access.TokenBook;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.EntryWish;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Random;

@ParameterizedClass
@EnumSource(WireKind.class)
class AccessContractTest {
    private static final Token ANNA = Token.of("anna", Role.VIEWER, Nonces.of(new Random(1)));
    private static final Token HOST = Token.of("host7", Role.AGENT, Nonces.of(new Random(2)));
    private final WireKind kind;
    private BrokerFixture fixture;

    AccessContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void listenSomewhere() throws Exception {
        fixture = BrokerFixture.over(kind, TokenBook.of(List.of(ANNA, HOST)));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aTokenOpensASessionWithItsNameAndRole() throws Exception {
        var viewer = fixture.dial("cli-x", "cli", Admission.with(ANNA));
        assertThat(viewer.welcome().role()).contains(Role.VIEWER);
        assertThat(viewer.welcome().name()).isEqualTo("anna");
    }

    @Test
    void anAgentsTokenLetsItsCollectorsInAsCollectors() throws Exception {
        var collector = fixture.dial("procmond", "collector", Admission.with(HOST));
        assertThat(collector.welcome().role()).contains(Role.COLLECTOR);
        assertThat(collector.welcome().name()).isEqualTo("procmond");
    }

    @Test
    void aWrongTokenOpensNothing() {
        var wrong = Token.of("anna", Role.ADMIN, new byte[32]);
        assertThatThrownBy(() -> fixture.dial("cli-x", "cli", Admission.with(wrong)))
                .hasRootCauseInstanceOf(BusRefusal.class)
                .hasMessageContaining("unknown or wrong");
        assertThat(fixture.statistics().failedAuthentications()).isEqualTo(1);
        assertThat(fixture.statistics().sessions()).isZero();
    }

    @Test
    void withoutATokenAPortOpensNothingAndASocketOfTheUserOpens() throws Exception {
        if (kind == WireKind.TCP) {
            assertThatThrownBy(() -> fixture.dial("cli-x", "cli", Admission.USUAL))
                    .hasRootCauseInstanceOf(BusRefusal.class)
                    .hasMessageContaining("a token is needed");
        } else {
            var role = fixture.dial("cli-x", "cli", Admission.USUAL).welcome().role();
            assertThat(role).contains(Role.ADMIN);
        }
    }

    @Test
    void nothingLargeIsReadBeforeTheProof() throws Exception {
        var client = new RawClient(fixture);
        var wish = new EntryWish("", "anna", "00".repeat(32));
        var hello = new HelloBody(1, 1, "x", "cli", "1", 1, wish).toBytes();
        client.send(FrameHeader.of(FrameType.HELLO), hello);
        client.next(FrameType.CHALLENGE);
        assertThatThrownBy(() -> client.send(FrameHeader.of(FrameType.PROOF), new byte[4069]))
                .hasMessageContaining("before the session is welcome");
    }

    @Test
    void aSubscriptionOutsideTheRoleIsRefusedWithPatternAndRole() throws Exception {
        var viewer = fixture.dial("cli-x", "cli", Admission.with(ANNA));
        listen(viewer, "control.health.heartbeat.+");
        listen(viewer, "events.collector.state.+");
        for (var pattern : List.of("#", "control.#", "events.#", "control.collector.procmond")) {
            assertThatThrownBy(() -> listen(viewer, pattern))
                    .hasRootCauseInstanceOf(BusRefusal.class)
                    .hasMessageContainingAll("viewer", pattern);
        }
        assertThatThrownBy(() -> BrokerFixture.answer(viewer, "control.collector.procmond"))
                .hasMessageContainingAll("viewer", "may not answer control.collector.procmond");
        assertThat(fixture.statistics().notPermitted()).isEqualTo(5);
    }

    @Test
    void aCollectorSpeaksForItselfOnly() throws Exception {
        var agent = fixture.dial("desk", "agent", Admission.with(HOST));
        var collector = fixture.dial("procmond", "collector", Admission.with(HOST));
        BrokerFixture.answer(collector, "control.collector.task.procmond");
        assertThatThrownBy(() -> BrokerFixture.answer(collector, "control.collector.task.netmond"))
                .hasMessageContaining("topics of its own");
        assertThatThrownBy(() -> listen(collector, "control.health.heartbeat.netmond"))
                .hasMessageContaining("may not listen");
        var heard = listen(agent, "control.health.heartbeat.+");
        collector.publish(message(MessageType.HEARTBEAT, "control.health.heartbeat.netmond", "no"));
        collector.publish(event("events.collector.state.procmond", "no"));
        collector.publish(message(MessageType.HEARTBEAT, "control.health.heartbeat.procmond", "y"));
        var arrived = Await.next(heard);
        assertThat(text(arrived)).isEqualTo("y");
        assertThat(arrived.message().sender()).startsWith("procmond#").endsWith("/collector");
        fixture.awaitDropped(DropCause.NOT_PERMITTED, 2);
    }

    @Test
    void aCollectorAsksForNothingButItsRegistration() throws Exception {
        var agent = fixture.dial("desk", "agent", Admission.with(HOST));
        BrokerFixture.answer(agent, "control.collector.lifecycle");
        BrokerFixture.answer(agent, "control.collector.procmond");
        var collector = fixture.dial("procmond", "collector", Admission.with(HOST));
        var refused = new RecordedReplies();
        collector.request(control("control.collector.procmond", "stop"), PLENTY, false, refused);
        assertThat(refused.awaitEnd()).isEqualTo(ExchangeEnd.NOT_PERMITTED);
        var asked = BrokerFixture.answer(agent, "control.collector.netmond");
        collector.request(
                control("control.collector.lifecycle", "here"),
                PLENTY,
                false,
                new RecordedReplies());
        Await.until("the agent is asked once", () -> fixture.statistics().openRoutes() == 1);
        assertThat(asked).isEmpty();
    }

    @Test
    void aNameCannotPassForAnother() throws Exception {
        var agent = fixture.dial("desk", "agent", Admission.with(HOST));
        var asked = BrokerFixture.answer(agent, "control.collector.procmond");
        var viewer = fixture.dial("root#1/admin", "cli", Admission.with(ANNA));
        var request = control("control.collector.procmond", "stop");
        viewer.request(request, PLENTY, false, new RecordedReplies());
        assertThat(Await.next(asked).message().sender())
                .isEqualTo("anna#" + viewer.welcome().session() + "/viewer");
    }

    @Test
    void aRoleThatIsAskedForIsTheRoleThatIsGiven() throws Exception {
        var looking = Admission.with(HOST).as(Role.VIEWER);
        var viewer = fixture.dial("console", "console", looking);
        assertThat(viewer.welcome().role()).contains(Role.VIEWER);
        assertThatThrownBy(
                        () ->
                                BrokerFixture.subscribe(
                                        viewer,
                                        "control.collector.a",
                                        SubscriptionKind.STAND_IN,
                                        _ -> {}))
                .hasMessageContaining("viewer");
        assertThatThrownBy(() -> fixture.dial("x", "cli", Admission.with(ANNA).as(Role.OPERATOR)))
                .hasRootCauseInstanceOf(BusRefusal.class)
                .hasMessageContaining("may not have the role operator");
    }
}
