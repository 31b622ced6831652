package daemoneye.app.backend;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A backend to build a window on while the real one is still on its way: until then it is as
/// [NoBackend#starting], from then on it is the real one. So a window is painted before any broker
/// has started, and not built twice.
public final class LateBackend {
    private LateBackend() {}

    /// @param clientId how this console will name itself in calls
    /// @param coming never completes exceptionally
    public static Backend of(
            String profile, String clientId, CompletableFuture<Backend> coming, Ticker ticker) {
        var until = NoBackend.starting(profile, ticker);
        return new Backend(
                profile,
                clientId,
                new LateCaller(coming, until.caller()),
                new LateResilience(coming),
                new LateFleet(coming.thenApply(Backend::fleet), until.fleet().snapshot()),
                ticker,
                ring -> later(coming.thenApply(real -> real.auditBell().listen(ring))),
                () -> coming.thenApply(Backend::hostedAgent).getNow(Optional::empty).get(),
                () -> coming.join().close());
    }

    /// Stops what has begun, or what will begin.
    static Runnable later(CompletableFuture<Runnable> stop) {
        return () -> {
            var _ = stop.thenAccept(Runnable::run);
        };
    }

    private record LateCaller(CompletableFuture<Backend> coming, RpcCaller until)
            implements RpcCaller {
        private RpcCaller now() {
            return coming.thenApply(Backend::caller).getNow(until);
        }

        @Override
        public CompletableFuture<CallOutcome> call(
                RpcRequest request, Consumer<RpcResponse> onProgress) {
            return now().call(request, onProgress);
        }

        @Override
        public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
            return now().callEveryone(request);
        }
    }

    private record LateResilience(CompletableFuture<Backend> coming) implements Resilience {
        private Resilience now() {
            return coming.thenApply(Backend::resilience).getNow(Resilience.NONE);
        }

        @Override
        public Runnable watch(Consumer<ResilienceEvent> listener) {
            return later(coming.thenApply(real -> real.resilience().watch(listener)));
        }

        @Override
        public List<BreakerView> breakers() {
            return now().breakers();
        }

        @Override
        public boolean reset(CollectorId collector, CallClass callClass) {
            return now().reset(collector, callClass);
        }
    }
}
