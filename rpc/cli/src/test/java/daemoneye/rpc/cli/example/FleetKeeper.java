package daemoneye.rpc.cli.example;

import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Starts collectors and asks all of them how they do: the design's *daemoneye-agent Integration*,
/// to copy. Whoever has a link to the broker may do this. Blocks; for one thread.
public final class FleetKeeper {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration HEALTH = Duration.ofSeconds(10);

    private final RpcCaller caller;
    private final Ticker ticker;
    private final String clientId;
    private final Map<CollectorId, HealthStatus> collectors = new TreeMap<>();

    public FleetKeeper(RpcCaller caller, Ticker ticker, String clientId) {
        this.caller = caller;
        this.ticker = ticker;
        this.clientId = clientId;
    }

    /// Starts one.
    ///
    /// @return why it does not run; empty if it does
    public Optional<RpcError> start(CollectorId id) {
        var start = CollectorOperation.START;
        var order = CollectorLifecycleRequest.of(id);
        var request = RpcRequest.lifecycle(clientId, start, order, START, ticker.now());
        return switch (caller.call(request).join()) {
            case Done _ -> {
                collectors.put(id, HealthStatus.UNKNOWN);
                yield Optional.empty();
            }
            case Failed(_, var error, _) -> Optional.of(error);
        };
    }

    /// How those do that were started; who does not answer is unresponsive.
    public Map<CollectorId, HealthStatus> checkAll() {
        collectors.replaceAll((id, _) -> check(id));
        return Map.copyOf(collectors);
    }

    private HealthStatus check(CollectorId id) {
        var request = RpcRequest.healthCheck(clientId, id, HEALTH, ticker.now());
        return caller.call(request).join() instanceof Done(var response, _)
                        && response.payload().orElse(null) instanceof HealthCheckData health
                ? health.status()
                : HealthStatus.UNRESPONSIVE;
    }
}
