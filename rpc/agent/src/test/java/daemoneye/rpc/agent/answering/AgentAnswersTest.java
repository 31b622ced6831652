package daemoneye.rpc.agent.answering;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeCall;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class AgentAnswersTest {
    private final Fleet fleet = new Fleet();
    private final CollectorRegistry registry =
            new CollectorRegistry(spec -> fleet.collector(spec, true), added -> {});
    private final AgentAnswers answers =
            new AgentAnswers(registry, Fleet.AGENT, Fleet.HOST, Duration.ofMillis(1500));

    @Test
    void aChildIsAcceptedAndToldHowOftenToBeat() throws Exception {
        start();
        var answer = register(new Incarnation(1), 1000, Optional.of(Fleet.AGENT), Fleet.HOST);
        assertThat(values(answer))
                .containsEntry("accepted", ConfigValue.of(true))
                .containsEntry("heartbeat_interval_ms", ConfigValue.of(1500L))
                .containsEntry("agent_id", ConfigValue.of(Fleet.AGENT));
    }

    @Test
    void theChildOfAnotherAgentIsNotOurs() throws Exception {
        var answer = register(new Incarnation(1), 1, Optional.of("agent-other"), Fleet.HOST);
        assertThat(code(answer)).isEqualTo(ErrorCode.NOT_OWNER.name());
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void oneStartedByHandOnAnotherHostIsNotOurs() throws Exception {
        var answer = register(new Incarnation(1), 1, Optional.empty(), "elsewhere");
        assertThat(code(answer)).isEqualTo(ErrorCode.NOT_OWNER.name());
    }

    @Test
    void oneStartedByHandOnThisHostIsListed() throws Exception {
        fleet.foreignProcess(4711);
        var answer = register(new Incarnation(5), 4711, Optional.empty(), "TestHost");
        assertThat(answer).isInstanceOf(Answer.Success.class);
        assertThat(listing().collectors())
                .extracting(CollectorInfo::state)
                .containsExactly(ProcessState.STARTING);
    }

    @Test
    void aGoodByeIsTakenFromTheLivingOnly() throws Exception {
        start();
        fleet.becomesReady(registry.find(Fleet.PROCMOND).orElseThrow());
        assertThat(code(deregister(new Incarnation(99))))
                .isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(listing().collectors().getFirst().state()).isEqualTo(ProcessState.RUNNING);
        assertThat(deregister(new Incarnation(1))).isInstanceOf(Answer.Success.class);
        assertThat(listing().collectors().getFirst().state()).isEqualTo(ProcessState.STOPPING);
    }

    @Test
    void aGoodByeOfSomebodyWhoNeverRegisteredIsNotOurs() throws Exception {
        assertThat(code(deregister(new Incarnation(1)))).isEqualTo(ErrorCode.NOT_OWNER.name());
        registry.findOrAdd(Fleet.SPEC);
        assertThat(code(deregister(new Incarnation(1)))).isEqualTo(ErrorCode.NOT_OWNER.name());
    }

    @Test
    void aGoodByeThatComesAfterTheExitIsTaken() throws Exception {
        start();
        fleet.becomesReady(registry.find(Fleet.PROCMOND).orElseThrow());
        fleet.launcher.last().ends(0);
        assertThat(deregister(new Incarnation(1))).isInstanceOf(Answer.Success.class);
    }

    @Test
    void aFullAgentSaysWhereToGo() throws Exception {
        for (int n = 0; n < CollectorRegistry.MOST; n++) {
            registry.findOrAdd(new CollectorSpec(new CollectorId("c" + n), "file-monitor", false));
        }
        var answer = register(new Incarnation(1), 1, Optional.of(Fleet.AGENT), Fleet.HOST);
        assertThat(code(answer)).isEqualTo(ErrorCode.TOO_LARGE.name());
        assertThat(((Answer.Failure) answer).error().message())
                .isEqualTo(
                        "agent-test is full, it looks after 1000 collectors:"
                                + " start this one at another agent");
        assertThat(((Answer.Failure) answer).error().context()).doesNotContainKey("retry_after_ms");
    }

    @Test
    void theListingNamesAgentAndHost() throws Exception {
        assertThat(listing().agentId()).isEqualTo(Fleet.AGENT);
        assertThat(listing().host()).isEqualTo(Fleet.HOST);
        assertThat(listing().collectors()).isEmpty();
    }

    @Test
    void aRegistrationWithoutItsPayloadIsRefused() throws Exception {
        assertThat(code(ask(CollectorOperation.REGISTER, new EmptyPayload())))
                .isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(code(ask(CollectorOperation.DEREGISTER, new EmptyPayload())))
                .isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
    }

    private void start() {
        var collector = registry.findOrAdd(Fleet.SPEC).orElseThrow();
        var _ = collector.start(StartOrder.plain(), step -> {});
    }

    private Answer register(Incarnation incarnation, long pid, Optional<String> agent, String host)
            throws InterruptedException {
        return ask(CollectorOperation.REGISTER, Fleet.registration(incarnation, pid, agent, host));
    }

    private Answer deregister(Incarnation incarnation) throws InterruptedException {
        var wish = new DeregistrationRequest(Fleet.PROCMOND, incarnation, Optional.empty());
        return ask(CollectorOperation.DEREGISTER, wish);
    }

    private CollectorListing listing() throws InterruptedException {
        var answer = ask(CollectorOperation.LIST_COLLECTORS, new EmptyPayload());
        return (CollectorListing) ((Answer.Success) answer).payload().orElseThrow();
    }

    private Answer ask(CollectorOperation operation, RpcPayload payload)
            throws InterruptedException {
        return answers.table().handle(FakeCall.of(operation, payload));
    }

    private static Map<String, ConfigValue> values(Answer answer) {
        return ((GenericPayload) ((Answer.Success) answer).payload().orElseThrow()).values();
    }

    private static String code(Answer answer) {
        return ((Answer.Failure) answer).error().code();
    }
}
