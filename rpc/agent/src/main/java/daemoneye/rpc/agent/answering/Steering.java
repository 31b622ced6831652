package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.configuration.CollectorConfig;
import daemoneye.rpc.agent.configuration.SteeredCollector;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One collector, steered because of one request: by relayed calls, stops and starts.
final class Steering implements SteeredCollector {
    /// Kept back from the time of a call for going back to what was before.
    static final Duration FOR_GOING_BACK = Duration.ofSeconds(5);

    /// Shorter is not worth a try.
    private static final Duration LEAST = Duration.ofMillis(500);

    /// A start on a busy machine takes a few seconds; less would undo good settings.
    private static final Duration LEAST_START = Duration.ofSeconds(8);

    private final SupervisedCollector collector;
    private final Relay relay;
    private final GracefulCalls graceful;
    private final ServedRequest call;
    private final CollectorLifecycleRequest wish;

    /// @param wish how it is to be started
    Steering(
            SupervisedCollector collector,
            Relay relay,
            GracefulCalls graceful,
            ServedRequest call,
            CollectorLifecycleRequest wish) {
        this.collector = collector;
        this.relay = relay;
        this.graceful = graceful;
        this.call = call;
        this.wish = wish;
    }

    @Override
    public CollectorInfo info() {
        return collector.info();
    }

    @Override
    public Answer apply(Map<String, ConfigValue> values, long version) throws InterruptedException {
        var all = new LinkedHashMap<>(values);
        all.put(CollectorConfig.VERSION, ConfigValue.of(version));
        var time = call.remaining().minus(Orders.FOR_THE_ANSWER).minus(Orders.FOR_THE_ANSWER);
        var wait = time.compareTo(LEAST) > 0 ? time : LEAST;
        var answer =
                relay.pass(
                        call,
                        collector.id(),
                        CollectorOperation.UPDATE_CONFIG,
                        ConfigUpdateRequest.of(collector.id(), all),
                        wait);
        try {
            // The operation's least timeout is longer than what is left: give up in time to say so.
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answer.failed(
                    RpcError.unknown(
                            ErrorCode.DEADLINE_EXCEEDED,
                            "%s did not answer within %d ms"
                                    .formatted(collector.id(), wait.toMillis())));
        } catch (ExecutionException e) {
            throw new IllegalStateException("calls end with an outcome, never like this", e);
        }
    }

    @Override
    public Answer restart() throws InterruptedException {
        return restart(FOR_GOING_BACK);
    }

    /// @param reserve kept back from the time of the call for what may come after
    Answer restart(Duration reserve) throws InterruptedException {
        if (collector.info().state().hasProcess()) {
            var order = Orders.stop(wish, call, Orders.FOR_THE_START);
            var stopped = Waiting.of(collector.stop(order, graceful.because(call), call::progress));
            if (stopped instanceof Answer.Failure) {
                return stopped;
            }
            call.progress("it has stopped; starting it");
        }
        var possible = call.remaining().minus(reserve);
        return start(
                Orders.start(
                        wish, possible.compareTo(LEAST_START) > 0 ? possible : LEAST_START, true));
    }

    @Override
    public Answer start() throws InterruptedException {
        return start(Orders.start(wish, StartOrder.TIMEOUT.plus(Orders.FOR_THE_ANSWER), true));
    }

    @Override
    public void step(String step) {
        call.progress(step);
    }

    private Answer start(StartOrder order) throws InterruptedException {
        return Waiting.of(collector.start(order, call::progress));
    }
}
