package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.time.FakeTicker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Agents and collectors as far as calls can tell: they answer at once, unless a test makes them
/// hang (then the call times out) or holds the answers back.
final class FakeCaller implements RpcCaller {
    private final FakeTicker ticker;
    private final Map<String, List<CollectorInfo>> agents = new LinkedHashMap<>();
    private final Map<CollectorId, HealthCheckData> health = new HashMap<>();
    private final Map<CollectorId, ErrorCode> faults = new HashMap<>();
    private final List<RpcRequest> checks = new ArrayList<>();
    private final List<Long> checkNanos = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private boolean agentsHang;
    private int listings;
    private int outstanding;
    private int mostOutstanding;

    FakeCaller(FakeTicker ticker) {
        this.ticker = ticker;
    }

    void agent(String agentId, CollectorInfo... collectors) {
        agents.put(agentId, List.of(collectors));
    }

    void noAgent(String agentId) {
        agents.remove(agentId);
    }

    void agentsHang(boolean hang) {
        agentsHang = hang;
    }

    /// HealthCheck of this collector fails with `code`; DEADLINE_EXCEEDED after its timeout.
    void fails(CollectorId id, ErrorCode code) {
        faults.put(id, code);
    }

    void works(CollectorId id) {
        faults.remove(id);
    }

    void health(HealthCheckData data) {
        answersAs(data.collectorId(), data);
    }

    void answersAs(CollectorId id, HealthCheckData data) {
        health.put(id, data);
    }

    void hold() {
        holding = true;
    }

    /// Gives every answer that was held back.
    void release() {
        holding = false;
        var now = List.copyOf(held);
        held.clear();
        now.forEach(Runnable::run);
    }

    int listings() {
        return listings;
    }

    int mostOutstanding() {
        return mostOutstanding;
    }

    int outstanding() {
        return outstanding;
    }

    long checks(CollectorId id) {
        return checks.stream().filter(about(id)).count();
    }

    List<Duration> checkTimes(CollectorId id) {
        var times = new ArrayList<Duration>();
        for (int nth = 0; nth < checks.size(); nth++) {
            if (about(id).test(checks.get(nth))) {
                times.add(Duration.ofNanos(checkNanos.get(nth)));
            }
        }
        return times;
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        if (request.operation() != CollectorOperation.HEALTH_CHECK) {
            throw new IllegalArgumentException("unexpected " + request.operation());
        }
        checks.add(request);
        checkNanos.add(ticker.nanos());
        outstanding++;
        mostOutstanding = Math.max(mostOutstanding, outstanding);
        var segments = request.target().segments();
        return answer(request, new CollectorId(segments.get(segments.size() - 1)));
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        listings++;
        var outcomes = new ArrayList<CallOutcome>();
        agents.forEach(
                (id, infos) ->
                        outcomes.add(
                                done(request, new CollectorListing(id, "host-of-" + id, infos))));
        var future = new CompletableFuture<List<CallOutcome>>();
        if (agentsHang) {
            ticker.after(Duration.ofMillis(request.timeoutMs()), () -> future.complete(List.of()));
        } else {
            give(() -> future.complete(outcomes));
        }
        return future;
    }

    private CompletableFuture<CallOutcome> answer(RpcRequest request, CollectorId id) {
        var future = new CompletableFuture<CallOutcome>();
        var fault = faults.get(id);
        if (fault == ErrorCode.DEADLINE_EXCEEDED) {
            ticker.after(Duration.ofMillis(request.timeoutMs()), () -> end(future, failed(fault)));
        } else if (fault != null) {
            give(() -> end(future, failed(fault)));
        } else {
            var data = health.getOrDefault(id, Fleets.healthy(id));
            give(() -> end(future, done(request, freshened(data))));
        }
        return future;
    }

    /// Components with a check interval were checked just now; those without keep their time.
    private HealthCheckData freshened(HealthCheckData data) {
        var components = new LinkedHashMap<String, ComponentHealth>();
        data.components()
                .forEach(
                        (name, each) ->
                                components.put(
                                        name,
                                        each.lastCheck().equals(Fleets.JUST_NOW)
                                                ? Fleets.at(each, ticker.now())
                                                : each));
        return new HealthCheckData(
                data.collectorId(),
                data.status(),
                components,
                data.metrics(),
                ticker.now(),
                data.uptimeSeconds(),
                data.errorCount());
    }

    private void end(CompletableFuture<CallOutcome> future, CallOutcome outcome) {
        outstanding--;
        future.complete(outcome);
    }

    private void give(Runnable answer) {
        if (holding) {
            held.add(answer);
        } else {
            answer.run();
        }
    }

    private CallOutcome done(RpcRequest request, RpcPayload payload) {
        return new CallOutcome.Done(
                new RpcResponse(
                        request.requestId(),
                        "test",
                        RpcStatus.SUCCESS,
                        Optional.of(payload),
                        1,
                        0,
                        ticker.now(),
                        Optional.empty()),
                Duration.ofMillis(1));
    }

    private static CallOutcome failed(ErrorCode code) {
        var status =
                switch (code) {
                    case DEADLINE_EXCEEDED -> RpcStatus.TIMEOUT;
                    case NO_RESPONDER, RESPONDER_LOST, LINK_LOST, NOT_CONNECTED ->
                            RpcStatus.UNAVAILABLE;
                    default -> RpcStatus.ERROR;
                };
        return new CallOutcome.Failed(
                status, RpcError.unknown(code, "no answer: " + code), Duration.ofMillis(1));
    }

    private static Predicate<RpcRequest> about(CollectorId id) {
        return request -> request.target().text().endsWith("." + id);
    }
}
