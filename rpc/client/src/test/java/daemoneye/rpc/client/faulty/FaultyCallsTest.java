package daemoneye.rpc.client.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Many calls that change something, through a real broker and real services, while frames are
/// lost, doubled and late and links break.
@Timeout(120)
class FaultyCallsTest {
    private static final Logger log = LoggerFactory.getLogger(FaultyCallsTest.class);
    private static final int CALLS = 20_000;
    private static final Map<Fault, Integer> PER_TEN_THOUSAND =
            Map.of(
                    Fault.DROP, 20,
                    Fault.DUPLICATE, 200,
                    Fault.REPLAY, 100,
                    Fault.DELAY, 200,
                    Fault.RESET_BEFORE, 3,
                    Fault.RESET_AFTER, 3);

    private final FaultPlan plan = new FaultPlan(20_260_731, PER_TEN_THOUSAND);
    private final Ledger ledger = new Ledger();
    private final History history = new History();
    private final AtomicInteger repeats = new AtomicInteger();

    @Test
    void nothingIsExecutedTwiceAndNothingAcknowledgedWasNotExecuted() throws Exception {
        try (var scene = new FaultyScene(plan, ledger)) {
            scene.watch(
                    event -> {
                        if (event instanceof ResilienceEvent.Retrying) {
                            repeats.incrementAndGet();
                        }
                    });
            long began = scene.ticker.nanos();
            scene.callOften(CALLS, history);
            log.info(
                    "{} calls in {} ms: {}, {} repeats, faults {}",
                    history.size(),
                    scene.ticker.since(began).toMillis(),
                    history,
                    repeats,
                    plan);
            assertThatTheFaultsWereReal();
            assertThatHistoryAndLedgerAgree();
            plan.calm();
            assertThatWhatIsUnknownCanBeFoundOut(scene);
        }
    }

    /// A run with fewer is no proof of anything.
    private void assertThatTheFaultsWereReal() {
        assertThat(history.size()).isEqualTo(CALLS);
        assertThat(plan.happened(Fault.DROP)).as("frames lost").isGreaterThan(80);
        assertThat(plan.happened(Fault.DUPLICATE)).as("frames doubled").isGreaterThan(800);
        assertThat(plan.happened(Fault.REPLAY)).as("frames replayed").isGreaterThan(400);
        assertThat(plan.happened(Fault.DELAY)).as("frames late").isGreaterThan(800);
        assertThat(plan.happened(Fault.RESET_BEFORE) + plan.happened(Fault.RESET_AFTER))
                .as("links broken")
                .isGreaterThan(30);
        assertThat(repeats).as("calls repeated").hasValueGreaterThan(50);
        assertThat(history.count(History.Call::acknowledged))
                .as("calls that were done, of %s", history)
                .isGreaterThan(CALLS * 8 / 10);
    }

    private void assertThatHistoryAndLedgerAgree() {
        assertThat(ledger.executedTwice()).as("executed twice").isZero();
        assertThat(history.count(call -> call.acknowledged() && times(call) != 1))
                .as("acknowledged, but not executed")
                .isZero();
        assertThat(history.count(call -> said(call, ExecutionCertainty.EXECUTED, 0)))
                .as("told to be executed, but not executed")
                .isZero();
        assertThat(history.count(call -> said(call, ExecutionCertainty.NOT_EXECUTED, 1)))
                .as("told not to be executed, but executed")
                .isZero();
    }

    private void assertThatWhatIsUnknownCanBeFoundOut(FaultyScene scene) throws Exception {
        var unknown = history.those(call -> call.said(ExecutionCertainty.UNKNOWN));
        for (var call : unknown) {
            scene.awaitAllConnected();
            var asking = scene.askingAs(call.request().clientId());
            var facts = facts(asking, call);
            var executed = String.valueOf(facts.get("executed"));
            assertThat(executed)
                    .as("what is said of a request executed %d times: %s", times(call), facts)
                    .isEqualTo(
                            times(call) == 1
                                    ? ExecutionCertainty.EXECUTED.wireName()
                                    : ExecutionCertainty.UNKNOWN.wireName());
        }
        assertThat(unknown).as("calls that ended without certainty").isNotEmpty();
    }

    private static Map<String, ConfigValue> facts(Calls asking, History.Call call) {
        var answer = asking.whatBecameOf(call.request().requestId(), call.request().target());
        var done = answer.join();
        assertThat(done).isInstanceOf(CallOutcome.Done.class);
        var payload = ((CallOutcome.Done) done).response().payload().orElseThrow();
        return ((GenericPayload) payload).values();
    }

    private boolean said(History.Call call, ExecutionCertainty certainty, int butTimes) {
        return call.said(certainty) && times(call) == butTimes;
    }

    private int times(History.Call call) {
        return ledger.executed(call.request().requestId());
    }
}
