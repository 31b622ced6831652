package daemoneye.rpc.agent.answering;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.configuration.Configurations;
import daemoneye.rpc.agent.fake.FakeCall;
import daemoneye.rpc.agent.fake.FakeCaller;
import daemoneye.rpc.agent.fake.FakeService;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What is answered on the topics of one collector, with processes and time under control.
class CollectorDeskTest {
    private static final SystemTicker REAL_TIME = new SystemTicker("patience");

    private final Fleet fleet = new Fleet();
    private final FakeCaller caller = new FakeCaller();
    private final FakeService service = new FakeService();
    private final SupervisedCollector collector = fleet.procmond();

    @TempDir private Path folder;

    @BeforeEach
    void openTheDesk() {
        var relay = new Relay(caller, Fleet.AGENT, fleet.ticker);
        var config = new Configurations(folder, Fleet.AGENT, fleet.ticker).of(Fleet.SPEC);
        CollectorDesk.open(collector, service, relay, config, Fleet.AGENT);
        caller.answer = request -> FakeCaller.done(request, Optional.empty());
    }

    @Test
    void startAnswersWhenTheCollectorIsReadyAndTellsEachStep() {
        var call = lifecycle(CollectorOperation.START);
        var answer = ask(call);
        await(() -> collector.info().state() == ProcessState.STARTING);
        fleet.becomesReady(collector);
        assertThat(end(answer)).isEqualTo(Answer.done());
        assertThat(call.steps())
                .containsExactly(
                        "process 1000 runs; waiting for its registration",
                        "registered; waiting for the first heartbeat");
    }

    @Test
    void startOfARunningOneIsRefusedWithItsState() {
        run();
        var error = error(ask(lifecycle(CollectorOperation.START)));
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_ALREADY_RUNNING.name());
        assertThat(error.message()).startsWith("procmond is running: it runs already");
        assertThat(error.context()).containsEntry("state", ConfigValue.of("running"));
    }

    @Test
    void aSecondOperationIsToldWhichOneIsInProgress() {
        var first = ask(lifecycle(CollectorOperation.START));
        await(() -> collector.info().state() == ProcessState.STARTING);
        var error = error(ask(lifecycle(CollectorOperation.STOP)));
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_BUSY.name());
        assertThat(error.context()).containsEntry("in_progress", ConfigValue.of("Start"));
        fleet.becomesReady(collector);
        end(first);
        assertThat(end(ask(lifecycle(CollectorOperation.PAUSE)))).isEqualTo(Answer.done());
    }

    @Test
    void aStartThatFailsCarriesExitCodeAndLastOutput() {
        var answer = ask(lifecycle(CollectorOperation.START));
        await(() -> fleet.launcher.count() == 1);
        fleet.launcher.last().ends(3, "cannot reach the broker");
        var error = error(answer);
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
        assertThat(error.context())
                .containsEntry("exit_code", ConfigValue.of(3L))
                .containsEntry(
                        "last_output", ConfigValue.texts(List.of("cannot reach the broker")));
    }

    @Test
    void stopAsksTheCollectorAsAChildOfTheRequestAndWaitsForItsExit() {
        run();
        var call = lifecycle(CollectorOperation.STOP);
        var answer = ask(call);
        await(() -> collector.info().state() == ProcessState.STOPPING);
        assertThat(answer).isNotDone();
        fleet.launcher.last().ends(0);
        assertThat(report(answer)).containsEntry("ended_by", ConfigValue.of("graceful"));
        var asked = caller.asked.getLast();
        assertThat(asked.operation()).isEqualTo(CollectorOperation.GRACEFUL_SHUTDOWN);
        assertThat(asked.target()).isEqualTo(CollectorTopics.task(Fleet.PROCMOND));
        var payload = (ShutdownRequest) asked.payload();
        assertThat(payload.gracefulTimeoutMs()).isEqualTo(10_000);
        assertThat(payload.onlyIncarnation()).contains(new Incarnation(1));
        assertThat(caller.causes).contains(call.correlation());
    }

    @Test
    void stopOfAStoppedOneIsRefused() {
        var error = error(ask(lifecycle(CollectorOperation.STOP)));
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
    }

    @Test
    void restartEndsTheOldLifeAndBeginsANewOne() {
        run();
        var answer = ask(lifecycle(CollectorOperation.RESTART));
        await(() -> collector.info().state() == ProcessState.STOPPING);
        fleet.launcher.last().ends(0);
        await(() -> collector.info().state() == ProcessState.STARTING);
        fleet.becomesReady(collector);
        assertThat(end(answer)).isEqualTo(Answer.done());
        assertThat(collector.info().incarnation()).contains(new Incarnation(2));
    }

    @Test
    void restartOfAStoppedOneStartsIt() {
        var answer = ask(lifecycle(CollectorOperation.RESTART));
        await(() -> collector.info().state() == ProcessState.STARTING);
        fleet.becomesReady(collector);
        assertThat(end(answer)).isEqualTo(Answer.done());
    }

    @Test
    void pauseIsRelayedAndThenShown() {
        run();
        assertThat(end(ask(lifecycle(CollectorOperation.PAUSE)))).isEqualTo(Answer.done());
        assertThat(collector.info().state()).isEqualTo(ProcessState.PAUSED);
        assertThat(caller.asked.getLast().operation()).isEqualTo(CollectorOperation.PAUSE);
        var relayed = (CollectorLifecycleRequest) caller.asked.getLast().payload();
        assertThat(relayed.onlyIncarnation()).contains(new Incarnation(1));
        end(ask(lifecycle(CollectorOperation.RESUME)));
        assertThat(collector.info().state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void aPauseIsMeantForTheLifeThatTheCallerNamed() {
        run();
        var named = only(CollectorOperation.PAUSE, new Incarnation(1));
        assertThat(end(ask(named))).isEqualTo(Answer.done());
        var relayed = (CollectorLifecycleRequest) caller.asked.getLast().payload();
        assertThat(relayed.onlyIncarnation()).contains(new Incarnation(1));
        var another = only(CollectorOperation.RESUME, new Incarnation(2));
        assertThat(error(ask(another)).code()).isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(caller.asked).hasSize(1);
    }

    private static FakeCall only(CollectorOperation operation, Incarnation life) {
        return FakeCall.of(
                operation,
                new CollectorLifecycleRequest(
                        Fleet.PROCMOND,
                        "",
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.of(life)));
    }

    @Test
    void aPauseThatTheCollectorDidNotTakeIsNotShown() {
        run();
        caller.answer = request -> FakeCaller.nobody();
        assertThat(error(ask(lifecycle(CollectorOperation.PAUSE))).code())
                .isEqualTo(ErrorCode.NO_RESPONDER.name());
        assertThat(collector.info().state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void capabilitiesOfAStoppedOneAreThoseOfItsLastRegistration() {
        var call = FakeCall.of(CollectorOperation.GET_CAPABILITIES, new EmptyPayload());
        assertThat(error(ask(call)).code()).isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
        run();
        fleet.launcher.last().ends(0);
        assertThat(end(ask(call))).isEqualTo(Answer.done(Fleet.capabilities()));
        assertThat(caller.asked).isEmpty();
    }

    @Test
    void capabilitiesOfARunningOneAreAskedFor() {
        run();
        CapabilitiesData said = Fleet.capabilities();
        caller.answer = request -> FakeCaller.done(request, Optional.of(said));
        var call = FakeCall.of(CollectorOperation.GET_CAPABILITIES, new EmptyPayload());
        assertThat(end(ask(call))).isEqualTo(Answer.done(said));
        assertThat(caller.asked).hasSize(1);
    }

    @Test
    void whatIsWrongWithAPayloadIsNamed() {
        var wrongId = CollectorLifecycleRequest.of(new CollectorId("netmond"));
        assertRefused(wrongId, "collector_id");
        assertRefused(wish("network-monitor", Map.of(), 0L), "collector_type");
        assertRefused(wish("", Map.of("LD_PRELOAD", "x"), 1L), "environment.LD_PRELOAD");
        assertRefused(wish("", Map.of(), -5L), "startup_timeout_ms");
        assertThat(error(ask(FakeCall.of(CollectorOperation.START, new EmptyPayload()))).message())
                .isEqualTo("Start needs a payload of type CollectorLifecycleRequest");
        assertThat(fleet.launcher.count()).isZero();
    }

    @Test
    void aForcedShutdownKillsOnlyTheLifeItMeans() {
        run();
        assertThat(error(force(new Incarnation(9))).code())
                .isEqualTo(ErrorCode.INCARNATION_CHANGED.name());
        assertThat(fleet.launcher.last().killed()).isZero();
        assertThat(report(force(new Incarnation(1))))
                .containsEntry("ended_by", ConfigValue.of("kill"))
                .containsEntry("exit", ConfigValue.of("ended by SIGKILL"));
        assertThat(collector.info().state()).isEqualTo(ProcessState.STOPPED);
    }

    @Test
    void aGracefulShutdownUsesTheTimeItWasGiven() {
        run();
        var wish = shutdown(ShutdownType.GRACEFUL, 30_000, Optional.empty());
        var answer = onShutdown(FakeCall.of(CollectorOperation.GRACEFUL_SHUTDOWN, wish));
        // The call goes out after its time has begun to run.
        await(() -> !caller.asked.isEmpty());
        fleet.ticker.advance(Duration.ofSeconds(29));
        assertThat(fleet.launcher.last().terminated()).isZero();
        fleet.launcher.last().diesOfTerminate();
        fleet.ticker.advance(Duration.ofSeconds(1));
        assertThat(report(answer)).containsEntry("ended_by", ConfigValue.of("terminate"));
        assertThat(collector.info().stateReason())
                .contains("GracefulShutdown by tester#1: System maintenance");
    }

    @Test
    void anImmediateShutdownLeavesLittleTimeUnlessItIsGivenMore() {
        run();
        var wish = shutdown(ShutdownType.IMMEDIATE, 0, Optional.empty());
        var answer = onShutdown(FakeCall.of(CollectorOperation.GRACEFUL_SHUTDOWN, wish));
        await(() -> !caller.asked.isEmpty());
        fleet.launcher.last().diesOfTerminate();
        fleet.ticker.advance(Orders.IMMEDIATE);
        assertThat(report(answer)).containsEntry("ended_by", ConfigValue.of("terminate"));
    }

    @Test
    void anEmergencyIsNoGracefulShutdownBecauseItNeedsMoreRights() {
        run();
        var wish = shutdown(ShutdownType.EMERGENCY, 0, Optional.empty());
        var error = error(onShutdown(FakeCall.of(CollectorOperation.GRACEFUL_SHUTDOWN, wish)));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.context()).containsEntry("field", ConfigValue.of("shutdown_type"));
        assertThat(collector.info().state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void healthOfAStoppedOneIsRefusedWithStateAndLastExit() {
        run();
        fleet.launcher.last().ends(0, "bye");
        var call = FakeCall.of(CollectorOperation.HEALTH_CHECK, new EmptyPayload());
        var error = error(service.call(CollectorTopics.heartbeat(Fleet.PROCMOND), call));
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
        assertThat(error.context())
                .containsEntry("state", ConfigValue.of("stopped"))
                .containsEntry("last_exit", ConfigValue.of("exit code 0"))
                .containsEntry("last_output", ConfigValue.texts(List.of("bye")));
    }

    private void assertRefused(CollectorLifecycleRequest wish, String field) {
        var error = error(ask(FakeCall.of(CollectorOperation.START, wish)));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.context()).containsEntry("field", ConfigValue.of(field));
    }

    private void run() {
        var answer = ask(lifecycle(CollectorOperation.START));
        await(() -> collector.info().state() == ProcessState.STARTING);
        fleet.becomesReady(collector);
        end(answer);
        caller.asked.clear();
    }

    private CompletableFuture<Answer> force(Incarnation only) {
        var wish = shutdown(ShutdownType.EMERGENCY, 0, Optional.of(only));
        return onShutdown(FakeCall.of(CollectorOperation.FORCE_SHUTDOWN, wish));
    }

    private static ShutdownRequest shutdown(
            ShutdownType type, long timeoutMs, Optional<Incarnation> only) {
        return new ShutdownRequest(
                Fleet.PROCMOND, type, timeoutMs, true, Optional.of("System maintenance"), only);
    }

    private static CollectorLifecycleRequest wish(
            String type, Map<String, String> environment, long timeoutMs) {
        return new CollectorLifecycleRequest(
                Fleet.PROCMOND,
                type,
                Map.of(),
                environment,
                Optional.empty(),
                timeoutMs == 0 ? OptionalLong.empty() : OptionalLong.of(timeoutMs),
                Optional.empty());
    }

    private static FakeCall lifecycle(CollectorOperation operation) {
        return FakeCall.of(operation, CollectorLifecycleRequest.of(Fleet.PROCMOND));
    }

    private CompletableFuture<Answer> ask(FakeCall call) {
        return service.call(CollectorTopics.lifecycle(Fleet.PROCMOND), call);
    }

    private CompletableFuture<Answer> onShutdown(FakeCall call) {
        return service.call(CollectorTopics.shutdown(Fleet.PROCMOND), call);
    }

    private static Answer end(CompletableFuture<Answer> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static RpcError error(CompletableFuture<Answer> answer) {
        return ((Answer.Failure) end(answer)).error();
    }

    private static Map<String, ConfigValue> report(CompletableFuture<Answer> answer) {
        RpcPayload payload = ((Answer.Success) end(answer)).payload().orElseThrow();
        return ((GenericPayload) payload).values();
    }

    private static void await(BooleanSupplier condition) {
        long began = REAL_TIME.nanos();
        while (!condition.getAsBoolean()) {
            assertThat(REAL_TIME.since(began)).isLessThan(Duration.ofSeconds(10));
            Thread.onSpinWait();
        }
    }
}
