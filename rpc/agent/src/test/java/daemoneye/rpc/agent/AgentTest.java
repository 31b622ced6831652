package daemoneye.rpc.agent;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.agent.fake.FakeCall;
import daemoneye.rpc.agent.fake.FakeLauncher;
import daemoneye.rpc.agent.fake.FakeProcess;
import daemoneye.rpc.agent.fake.FakeService;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.fake.MemoryBus;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// An agent on a real broker; only the processes are of the imagination.
class AgentTest {
    private static final List<CollectorSpec> SPARES =
            IntStream.range(0, 10)
                    .mapToObj(
                            n ->
                                    new CollectorSpec(
                                            new CollectorId("spare-" + n), "file-monitor", false))
                    .toList();

    @TempDir Path folder;
    private final List<CompletableFuture<CallOutcome>> starts = new ArrayList<>();
    private final FakeLauncher launcher = new FakeLauncher();
    private final List<ProcessState> seen = new CopyOnWriteArrayList<>();
    private MemoryBus bus;
    private MemoryBus.Client console;
    private MemoryBus.Client child;
    private Calls calls;
    private Agent agent;

    @BeforeEach
    void anAgentIsThere() throws Exception {
        bus = new MemoryBus();
        console = bus.client("console", "console");
        calls = new Calls(console.caller(), "console", bus.ticker);
        console.connection()
                .subscribe(
                        CollectorTopics.ALL_STATE_CHANGES,
                        SubscriptionKind.LISTEN,
                        received -> {
                            var change = (StateChange) received.body();
                            if (change.previous() != change.info().state()) {
                                seen.add(change.info().state());
                            }
                        });
        console.awaitInPlace();
        child = bus.client("procmond", "collector");
        agent = start(false);
        bus.await("the first process is there", () -> launcher.count() == 1);
    }

    @AfterEach
    void allEnds() {
        agent.closeNow();
        agent.close();
        bus.close();
    }

    @Test
    void aCollectorThatStartsWithItsAgentIsSeenToRun() throws Exception {
        childIntroducesItself();
        bus.await("it runs", () -> seen.contains(RUNNING));
        assertThat(seen).containsExactly(STARTING, RUNNING);
        var outcome = calls.listCollectors().get(10, TimeUnit.SECONDS).getFirst();
        var response = ((CallOutcome.Done) outcome).response();
        var listing = (CollectorListing) response.payload().orElseThrow();
        assertThat(listing.agentId()).isEqualTo(Fleet.AGENT);
        var info = listing.collectors().getFirst();
        assertThat(info.state()).isEqualTo(RUNNING);
        assertThat(info.pid()).hasValue(1000);
        assertThat(info.agentId()).isEqualTo(Fleet.AGENT);
    }

    @Test
    void aCrashIsPublishedAtOnce() throws Exception {
        childIntroducesItself();
        bus.await("it runs", () -> seen.contains(RUNNING));
        launcher.last().endsBy("SIGKILL");
        bus.await("it failed", () -> seen.contains(FAILED));
        assertThat(agent.collectors().getFirst().stateReason().orElseThrow())
                .startsWith("ended by SIGKILL");
    }

    @Test
    void theCollectorAnswersForItselfAndTheAgentOnlyWhenItIsGone() throws Exception {
        childIntroducesItself();
        bus.await("it runs", () -> seen.contains(RUNNING));
        var ends =
                child.service()
                        .answer(
                                TopicPattern.exactly(CollectorTopics.heartbeat(Fleet.PROCMOND)),
                                SubscriptionKind.ANSWER,
                                call -> Answer.done());
        child.awaitInPlace();
        assertThat(calls.healthCheck(Fleet.PROCMOND).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CallOutcome.Done.class);
        ends.run();
        child.awaitInPlace();
        launcher.last().ends(0);
        bus.await("it stopped", () -> seen.contains(STOPPED));
        var outcome = calls.healthCheck(Fleet.PROCMOND).get(10, TimeUnit.SECONDS);
        assertThat(code(outcome)).isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
    }

    @Test
    void stopIsRelayedToTheCollectorAndOverWhenItIsGone() throws Exception {
        childIntroducesItself();
        bus.await("it runs", () -> seen.contains(RUNNING));
        var correlations = new CopyOnWriteArrayList<CorrelationMetadata>();
        child.service()
                .answer(
                        TopicPattern.exactly(CollectorTopics.task(Fleet.PROCMOND)),
                        SubscriptionKind.ANSWER,
                        call -> {
                            correlations.add(call.correlation());
                            launcher.last().ends(0);
                            return Answer.done();
                        });
        child.awaitInPlace();
        var outcome = calls.stop(Fleet.PROCMOND, step -> {}).get(10, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
        assertThat(correlations).hasSize(1);
        var response = ((CallOutcome.Done) outcome).response();
        assertThat(correlations.getFirst().parent()).contains(response.requestId().toString());
        assertThat(launcher.last().terminated()).isZero();
    }

    @Test
    void anAgentThatEndsTakesItsCollectorsWithIt() throws Exception {
        launcher.last().diesOfTerminate();
        agent.close();
        assertThat(launcher.last().terminated()).isEqualTo(1);
        console.awaitInPlace();
        var outcome = calls.capabilities(Fleet.PROCMOND).get(10, TimeUnit.SECONDS);
        assertThat(code(outcome)).isEqualTo(ErrorCode.NO_RESPONDER.name());
        assertThat(folder.resolve("agent-test-processes.json")).hasContent("[]");
    }

    @Test
    void collectorsThatAreToLiveOnAreLeftAlone() throws Exception {
        launcher.last().diesOfTerminate();
        agent.close();
        agent = start(true);
        bus.await("it was started", () -> launcher.count() == 2);
        agent.close();
        agent.closeNow();
        assertThat(launcher.last().terminated()).isZero();
        assertThat(launcher.last().killed()).isZero();
        assertThat(folder.resolve("agent-test-processes.json"))
                .content()
                .contains("\"collector_id\":\"procmond\"");
    }

    @Test
    void aSecondAgentOfTheSameNameIsRefused() {
        assertThatThrownBy(() -> start(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another agent named agent-test uses " + folder);
    }

    @Test
    void tenStartsHoldUpNeitherARegistrationNorAForcedShutdown() throws Exception {
        var procmond = launcher.last();
        SPARES.forEach(spare -> starts.add(calls.start(spare.id(), step -> {})));
        bus.await("ten starts are at work", () -> launcher.count() == 11);
        introduce(procmond);
        bus.await("it runs", () -> seen.contains(RUNNING));
        var outcome =
                console.caller()
                        .call(
                                calls.request(
                                        CollectorOperation.FORCE_SHUTDOWN,
                                        CollectorTopics.shutdown(Fleet.PROCMOND),
                                        new ShutdownRequest(
                                                Fleet.PROCMOND,
                                                ShutdownType.EMERGENCY,
                                                0,
                                                true,
                                                Optional.empty(),
                                                Optional.empty())),
                                step -> {})
                        .get(10, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
        assertThat(procmond.killed()).isEqualTo(1);
        assertThat(starts).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void theFirstListingIsCompleteAlready() throws Exception {
        var client = bus.client("agent-early", "agent");
        var listings = new CopyOnWriteArrayList<Answer>();
        var service = new FakeService();
        var asking =
                new RpcService() {
                    @Override
                    public Runnable answer(
                            TopicPattern pattern, SubscriptionKind kind, RequestHandler handler) {
                        var ending = service.answer(pattern, kind, handler);
                        if (pattern.matches(CollectorTopics.LIFECYCLE_BROADCAST)) {
                            listings.add(listing(service));
                        }
                        return ending;
                    }

                    @Override
                    public void close() {}
                };
        Agent.start(
                        settings("agent-early", false),
                        client.connection(),
                        client.caller(),
                        asking,
                        bus.ticker,
                        new FakeLauncher())
                .close();
        var payload = ((Answer.Success) listings.getFirst()).payload().orElseThrow();
        assertThat(((CollectorListing) payload).collectors()).hasSize(11);
    }

    private static Answer listing(FakeService service) {
        var list = FakeCall.of(CollectorOperation.LIST_COLLECTORS, new EmptyPayload());
        return service.call(CollectorTopics.LIFECYCLE_BROADCAST, list).join();
    }

    private AgentSettings settings(String agentId, boolean leaveRunning) {
        var collectors = new ArrayList<>(SPARES);
        collectors.add(Fleet.SPEC);
        return new AgentSettings(
                agentId,
                Fleet.HOST,
                collectors,
                MemoryBus.ADDRESS,
                AgentSettings.HEARTBEAT,
                leaveRunning,
                true,
                folder,
                folder);
    }

    private Agent start(boolean leaveRunning) throws Exception {
        var client = bus.client(Fleet.AGENT, "agent");
        var started =
                Agent.start(
                        settings(Fleet.AGENT, leaveRunning),
                        client.connection(),
                        client.caller(),
                        client.service(),
                        bus.ticker,
                        launcher);
        client.awaitInPlace();
        return started;
    }

    private void childIntroducesItself() throws Exception {
        introduce(launcher.last());
    }

    private void introduce(FakeProcess process) throws Exception {
        var incarnation = process.order().incarnation();
        var request =
                RpcRequest.of(
                        "procmond",
                        CollectorTopics.LIFECYCLE_BROADCAST,
                        CollectorOperation.REGISTER,
                        Fleet.registration(incarnation),
                        CollectorOperation.REGISTER.timeout().standard(),
                        bus.ticker.now());
        var outcomes = child.caller().callEveryone(request).get(10, TimeUnit.SECONDS);
        assertThat(outcomes).hasSize(1).first().isInstanceOf(CallOutcome.Done.class);
        child.connection()
                .publish(
                        CollectorTopics.heartbeat(Fleet.PROCMOND),
                        MessageType.HEARTBEAT,
                        CorrelationMetadata.none(),
                        Fleet.beat(incarnation, 1, false));
    }

    private static String code(CallOutcome outcome) {
        return ((CallOutcome.Failed) outcome).error().code();
    }
}
