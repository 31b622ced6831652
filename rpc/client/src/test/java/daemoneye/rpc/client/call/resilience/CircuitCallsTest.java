package daemoneye.rpc.client.call.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Optional;

/// What calls meet when the circuit to their collector is open.
class CircuitCallsTest extends ResilienceScene {
    @Test
    void anOpenCircuitFailsAtOnceAndSaysWhenToTryAgain() {
        open();
        var outcome = caller.call(LinkedClient.request(CollectorOperation.RESTART));
        int sent = bus.sent.size();

        var error = failed(outcome).error();
        assertThat(error.known()).contains(ErrorCode.CIRCUIT_OPEN);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.context())
                .containsEntry("collector_id", ConfigValue.of("procmond"))
                .containsEntry("class", ConfigValue.of("lifecycle"))
                .containsEntry("next_probe_in_ms", ConfigValue.of(60_000));
        assertThat(error.message()).contains("next probe in 60 s").contains("the responder left");
        assertThat(bus.sent).hasSize(sent);
        assertThat(((ResilienceEvent.BreakerMoved) events.getLast()).sentence())
                .startsWith("circuit to procmond (lifecycle) open: ")
                .endsWith("; next probe in 60 s");
        assertThat(caller.breakers())
                .extracting(BreakerView::standing)
                .containsExactly(BreakerStanding.OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = CollectorOperation.class,
            names = {"FORCE_SHUTDOWN", "QUERY_OUTCOME", "CANCEL", "HEALTH_CHECK", "GET_CONFIG"})
    void whatLeadsOutOfTroubleAndOtherClassesStillGo(CollectorOperation operation) {
        open();
        int sent = bus.sent.size();
        var _ = caller.call(LinkedClient.request(operation));
        assertThat(bus.sent).hasSize(sent + 1);
    }

    @Test
    void afterAMinuteOneCallProbesAndItsSuccessClosesTheCircuit() {
        open();
        client.ticker.advance(Duration.ofSeconds(60));
        var request = LinkedClient.request(CollectorOperation.RESTART);
        var probe = caller.call(request);
        var second = caller.call(LinkedClient.request(CollectorOperation.RESTART));
        assertThat(failed(second).error().known()).contains(ErrorCode.CIRCUIT_OPEN);
        reply(request, RpcStatus.SUCCESS, Optional.empty());

        assertThat(one(probe)).isInstanceOf(Done.class);
        assertThat(caller.breakers()).isEmpty();
    }

    @Test
    void aPersonCanResetIt() {
        open();
        assertThat(caller.reset(LinkedClient.PROCMOND, CallClass.LIFECYCLE)).isTrue();
        int sent = bus.sent.size();
        var _ = caller.call(LinkedClient.request(CollectorOperation.RESTART));
        assertThat(bus.sent).hasSize(sent + 1);
    }

    @Test
    void aCallWhoseCircuitOpensBetweenTriesTellsWhatHappenedToIt() {
        for (int i = 0; i < 4; i++) {
            var _ = caller.call(LinkedClient.request(CollectorOperation.RESTART));
            end(ExchangeEnd.RESPONDER_LOST);
        }
        var outcome = caller.call(LinkedClient.request(CollectorOperation.STOP));
        end(ExchangeEnd.RESPONDER_LOST);
        client.ticker.advance(RetryWaits.bound(1));

        assertThat(failed(outcome).error().known()).contains(ErrorCode.RESPONDER_LOST);
        assertThat(failed(outcome).error().certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
    }

    @Test
    void silenceCountsOnlyIfTheBrokerStillTalksToUs() {
        bus.muffle();
        for (int i = 0; i < 5; i++) {
            var _ = caller.call(LinkedClient.request(CollectorOperation.RESTART));
            end(ExchangeEnd.DEADLINE);
        }
        client.ticker.advance(LinkWatch.PING_PATIENCE);
        assertThat(caller.breakers()).isEmpty();
        assertThat(client.ticker.waitingAlarms()).isZero();
    }

    @Test
    void refusalsDoNotOpenACircuit() {
        for (int i = 0; i < 20; i++) {
            var request = LinkedClient.request(CollectorOperation.RESTART);
            var _ = caller.call(request);
            var refusal = RpcError.notExecuted(ErrorCode.COLLECTOR_BUSY, "it is restarting");
            reply(request, RpcStatus.ERROR, Optional.of(refusal));
        }
        assertThat(caller.breakers()).isEmpty();
    }

    @Test
    void aCancelledProbeLetsTheNextCallProbe() {
        open();
        client.ticker.advance(Duration.ofSeconds(60));
        caller.call(LinkedClient.request(CollectorOperation.RESTART)).cancel(true);
        int sent = bus.sent.size();
        var _ = caller.call(LinkedClient.request(CollectorOperation.RESTART));
        assertThat(bus.sent).hasSize(sent + 1);
    }

    @Test
    void aFaultyListenerHarmsNobody() {
        caller.watch(
                event -> {
                    throw new IllegalStateException("a faulty listener, on purpose");
                });
        open();
        assertThat(events).isNotEmpty();
    }
}
