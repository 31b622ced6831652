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
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Settings and processes together: what a start brings, what a restart takes back, whose turn it
/// is.
class SettingsOnDeskTest {
    private static final SystemTicker REAL_TIME = new SystemTicker("patience");
    private static final Map<String, ConfigValue> FEWER = Map.of("top_count", ConfigValue.of(3));

    private final Fleet fleet = new Fleet();
    private final FakeCaller caller = new FakeCaller();
    private final FakeService service = new FakeService();
    private final SupervisedCollector collector = fleet.procmond();
    @TempDir private Path folder;

    @BeforeEach
    void openTheDesk() {
        var relay = new Relay(caller, Fleet.AGENT, fleet.ticker);
        var configurations = new Configurations(folder, Fleet.AGENT, fleet.ticker);
        fleet.atStart = configurations;
        CollectorDesk.open(collector, service, relay, configurations.of(Fleet.SPEC), Fleet.AGENT);
        caller.answer = request -> FakeCaller.done(request, Optional.empty());
    }

    @Test
    void settingsOfAStartBecomeAVersionThatTheProcessIsGiven() {
        var answer = ask(CollectorOperation.START, FEWER);
        ready();
        assertThat(end(answer)).isEqualTo(Answer.done());
        assertThat(launched())
                .containsEntry("top_count", ConfigValue.of(3))
                .containsEntry("config_version", ConfigValue.of(2));
        assertThat(get())
                .containsEntry("config_version", ConfigValue.of(2))
                .containsEntry("reason", ConfigValue.of("config_overrides of a Start"));
    }

    @Test
    void aWrongSettingOfAStartIsRefusedByItsPathBeforeAnythingIsLaunched() {
        var error =
                error(ask(CollectorOperation.START, Map.of("top_count", ConfigValue.of(9_999))));
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.context())
                .containsEntry("field", ConfigValue.of("config_overrides.top_count"));
        assertThat(fleet.launcher.count()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStartThatFailsLeavesTheSettingsBeforeBehind() {
        var answer = ask(CollectorOperation.START, FEWER);
        await(() -> fleet.launcher.count() == 1);
        fleet.launcher.last().ends(1, "cannot");
        var error = error(answer);
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
        assertThat(error.context())
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("restarted", ConfigValue.of(false))
                .containsEntry("config_version", ConfigValue.of(3));
        assertThat(fleet.launcher.count()).isEqualTo(1);
        assertThat(config()).containsEntry("top_count", ConfigValue.of(10));
    }

    @Test
    void aRestartWhoseSettingsFailGoesBackStartsWithWhatWasAndSaysSo() {
        run();
        var answer = ask(CollectorOperation.RESTART, FEWER);
        await(() -> collector.info().state() == ProcessState.STOPPING);
        fleet.launcher.last().ends(0);
        await(() -> fleet.launcher.count() == 2);
        assertThat(launched()).containsEntry("top_count", ConfigValue.of(3));
        fleet.launcher.last().ends(1, "cannot");
        await(() -> fleet.launcher.count() == 3);
        ready();
        var error = error(answer);
        assertThat(error.message())
                .contains("cannot")
                .endsWith("settings from before hold again, as version 3, and it runs with them");
        assertThat(error.context())
                .containsEntry("rolled_back", ConfigValue.of(true))
                .containsEntry("restarted", ConfigValue.of(true))
                .containsEntry("state", ConfigValue.of("running"));
        assertThat(launched()).doesNotContainKey("top_count");
    }

    @Test
    void aFailedRestartWithoutNewSettingsTakesNothingBack() {
        run();
        var answer = ask(CollectorOperation.RESTART, Map.of());
        await(() -> collector.info().state() == ProcessState.STOPPING);
        fleet.launcher.last().ends(0);
        await(() -> fleet.launcher.count() == 2);
        fleet.launcher.last().ends(1, "cannot");
        assertThat(error(answer).context()).doesNotContainKey("rolled_back");
        assertThat(get()).containsEntry("config_version", ConfigValue.of(1));
    }

    @Test
    void anUpdateIsRelayedToTheTaskTopicAsAChildOfTheRequest() {
        run();
        var call = update(FEWER, false);
        end(onConfig(call));
        var asked = caller.asked.getLast();
        assertThat(asked.operation()).isEqualTo(CollectorOperation.UPDATE_CONFIG);
        assertThat(asked.target()).isEqualTo(CollectorTopics.task(Fleet.PROCMOND));
        assertThat(((ConfigUpdateRequest) asked.payload()).configChanges())
                .isEqualTo(
                        Map.of(
                                "top_count", ConfigValue.of(3),
                                "config_version", ConfigValue.of(2)));
        assertThat(caller.causes).contains(call.correlation());
    }

    @Test
    void anUpdateWithARestartStopsAndStartsTheProcess() {
        run();
        var call = update(Map.of("event_queue_capacity", ConfigValue.of(6000)), true);
        var answer = onConfig(call);
        await(() -> collector.info().state() == ProcessState.STOPPING);
        fleet.launcher.last().ends(0);
        await(() -> fleet.launcher.count() == 2);
        ready();
        assertThat(report(answer)).containsEntry("restarted", ConfigValue.of(true));
        assertThat(launched()).containsEntry("event_queue_capacity", ConfigValue.of(6000));
        assertThat(call.steps()).contains("version 2 is saved; restarting for it");
    }

    @Test
    void aCollectorThatHangsIsGivenUpWhileThereIsTimeToSaySo() {
        run();
        caller.silent = true;
        long began = REAL_TIME.nanos();
        var answer = onConfig(update(FEWER, false).within(Duration.ofMillis(1200)));
        assertThat(report(answer))
                .containsEntry("rolled_back", ConfigValue.of(true))
                .hasEntrySatisfying(
                        "rollback_reason",
                        why -> assertThat(why.toString()).contains("did not answer within 500 ms"));
        assertThat(REAL_TIME.since(began)).isGreaterThan(Duration.ofMillis(500));
        assertThat(config()).containsEntry("top_count", ConfigValue.of(10));
    }

    @Test
    void whileOneChangeIsUnderWayTheNextIsToldSo() throws Exception {
        run();
        var goOn = new CountDownLatch(1);
        caller.answer =
                request -> {
                    awaitQuietly(goOn);
                    return FakeCaller.done(request, Optional.empty());
                };
        var first = onConfig(update(FEWER, false));
        await(() -> !caller.asked.isEmpty());
        var second = error(onConfig(update(Map.of("top_count", ConfigValue.of(4)), false)));
        var third = error(ask(CollectorOperation.RESTART, Map.of()));
        for (var error : List.of(second, third)) {
            assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_BUSY.name());
            assertThat(error.context())
                    .containsEntry("in_progress", ConfigValue.of("UpdateConfig"));
        }
        assertThat(get()).containsEntry("config_version", ConfigValue.of(2));
        goOn.countDown();
        end(first);
        assertThat(config()).containsEntry("top_count", ConfigValue.of(3));
    }

    @Test
    void whatHasBegunGoesOnWhenItsCallIsOverAndKeepsItsTurn() throws Exception {
        var turn = new OneAtATime(Fleet.PROCMOND);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var handler =
                turn.guardToTheEnd(
                        call -> {
                            begun.countDown();
                            goOn.await();
                            ended.set(true);
                            return Answer.done();
                        });
        var interrupted = new CompletableFuture<Boolean>();
        var worker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        handler.handle(update(FEWER, false));
                                    } catch (InterruptedException e) {
                                        interrupted.complete(true);
                                    }
                                });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        worker.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(handler.handle(update(FEWER, false))).isInstanceOf(Answer.Failure.class);
        goOn.countDown();
        await(ended::get);
    }

    private void run() {
        var answer = ask(CollectorOperation.START, Map.of());
        ready();
        end(answer);
        caller.asked.clear();
    }

    private void ready() {
        await(() -> collector.info().state() == ProcessState.STARTING);
        fleet.becomesReady(collector);
    }

    private Map<String, ConfigValue> launched() {
        return fleet.launcher.last().order().config();
    }

    private Map<String, ConfigValue> get() {
        return report(onConfig(FakeCall.of(CollectorOperation.GET_CONFIG, new EmptyPayload())));
    }

    private Map<String, ConfigValue> config() {
        return ((ConfigValue.Table) get().get("config")).entries();
    }

    private static FakeCall update(Map<String, ConfigValue> changes, boolean restart) {
        return FakeCall.of(
                CollectorOperation.UPDATE_CONFIG,
                new ConfigUpdateRequest(
                        Fleet.PROCMOND,
                        changes,
                        false,
                        restart,
                        true,
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    private CompletableFuture<Answer> onConfig(FakeCall call) {
        return service.call(CollectorTopics.config(Fleet.PROCMOND), call);
    }

    private CompletableFuture<Answer> ask(
            CollectorOperation operation, Map<String, ConfigValue> overrides) {
        var wish =
                new CollectorLifecycleRequest(
                        Fleet.PROCMOND,
                        "",
                        overrides,
                        Map.of(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty());
        return service.call(
                CollectorTopics.lifecycle(Fleet.PROCMOND), FakeCall.of(operation, wish));
    }

    private static Answer end(CompletableFuture<Answer> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static RpcError error(CompletableFuture<Answer> answer) {
        return ((Answer.Failure) end(answer)).error();
    }

    private static Map<String, ConfigValue> report(CompletableFuture<Answer> answer) {
        var payload = ((Answer.Success) end(answer)).payload().orElseThrow();
        return ((GenericPayload) payload).values();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long began = REAL_TIME.nanos();
        while (!condition.getAsBoolean()) {
            assertThat(REAL_TIME.since(began)).isLessThan(Duration.ofSeconds(10));
            Thread.onSpinWait();
        }
    }
}
