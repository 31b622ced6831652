package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.Breakers;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// An [RpcCaller] for people and programs that steer collectors: it refuses timeouts that the
/// operation does not allow, repeats what can safely be repeated, and leaves a collector alone that
/// does not answer.
///
/// Repeats carry the same request, and so the same id, with the time that is left: whoever
/// remembers requests executes them once. Calls to everyone are checked and sent once: an answer
/// that is missing is told as such. A call ends at most 250 ms after its deadline.
public final class ResilientCaller implements RpcCaller, Resilience {
    private final BusCaller bus;
    private final Rules rules;

    private ResilientCaller(BusCaller bus, Rules rules) {
        this.bus = bus;
        this.rules = rules;
    }

    /// @param bus sends each try, over `connection`
    /// @param random spreads the repeats of many callers
    public static ResilientCaller around(
            BusCaller bus, Connection connection, Ticker ticker, RandomGenerator random) {
        var link = LinkWatch.on(connection, ticker);
        var events = new EventBoard();
        var breakers =
                new Breakers(
                        link,
                        ticker,
                        change -> events.tell(new ResilienceEvent.BreakerMoved(change)));
        return new ResilientCaller(
                bus,
                new Rules(
                        breakers, new RetryBudget(), new RetryWaits(random), link, events, ticker));
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        return Refusals.outOfBounds(request)
                .map(refused -> CompletableFuture.<CallOutcome>completedFuture(refused))
                .orElseGet(() -> new RepeatedCall(request, onProgress, bus, rules).begin());
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        return Refusals.outOfBounds(request)
                .map(refused -> CompletableFuture.completedFuture(List.<CallOutcome>of(refused)))
                .orElseGet(() -> bus.callEveryone(request));
    }

    /// Shares breakers, budget and watchers with this one.
    @Override
    public ResilientCaller within(CorrelationMetadata served) {
        return new ResilientCaller(bus.within(served), rules);
    }

    @Override
    public Runnable watch(Consumer<ResilienceEvent> listener) {
        return rules.events().watch(listener);
    }

    @Override
    public List<BreakerView> breakers() {
        return rules.breakers().views();
    }

    @Override
    public boolean reset(CollectorId collector, CallClass callClass) {
        return rules.breakers().reset(collector, callClass);
    }
}
