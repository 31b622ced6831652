package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.supervise.recover.Rescue;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Passes requests on to running collectors: one hop more, as a child of the request that is being
/// served, with the time it has left.
public final class Relay implements Rescue {
    private final RpcCaller caller;
    private final String agentId;
    private final Ticker ticker;

    /// @param agentId who calls, for the collector's records
    public Relay(RpcCaller caller, String agentId, Ticker ticker) {
        this.caller = caller;
        this.agentId = agentId;
        this.ticker = ticker;
    }

    /// Passes on what `served` asks for, with another payload, and its progress back.
    CompletableFuture<Answer> pass(ServedRequest served, CollectorId id, RpcPayload payload) {
        var operation = served.request().operation();
        return pass(served, id, operation, payload, served.remaining());
    }

    /// Asks for `operation` because of what `served` asks for.
    CompletableFuture<Answer> pass(
            ServedRequest served,
            CollectorId id,
            CollectorOperation operation,
            RpcPayload payload,
            Duration time) {
        var request =
                RpcRequest.of(
                        agentId,
                        CollectorTopics.task(id),
                        operation,
                        payload,
                        operation.timeout().clamp(time),
                        ticker.now());
        return caller.within(served.correlation())
                .call(request, progress -> step(progress).ifPresent(served::progress))
                .thenApply(Relay::answer);
    }

    /// The agent's own stand-in only refuses: that is no answer of the collector.
    @Override
    public CompletableFuture<Boolean> answers(CollectorId id) {
        var time = CollectorOperation.HEALTH_CHECK.timeout().least();
        var request = RpcRequest.healthCheck(agentId, id, time, ticker.now());
        return caller.call(request).thenApply(Relay::isNoSilence);
    }

    @Override
    public CompletableFuture<Answer> askToEnd(
            CollectorId id, Incarnation incarnation, StopOrder order) {
        var operation = CollectorOperation.GRACEFUL_SHUTDOWN;
        var request =
                RpcRequest.of(
                        agentId,
                        CollectorTopics.task(id),
                        operation,
                        GracefulCalls.payload(id, incarnation, order),
                        operation.timeout().clamp(order.graceful()),
                        ticker.now());
        return caller.call(request).thenApply(Relay::answer);
    }

    /// Asks what it can do; empty if it does not answer.
    public CompletableFuture<Optional<CapabilitiesData>> capabilities(CollectorId id) {
        var operation = CollectorOperation.GET_CAPABILITIES;
        var request =
                RpcRequest.of(
                        agentId,
                        CollectorTopics.task(id),
                        operation,
                        new EmptyPayload(),
                        operation.timeout().standard(),
                        ticker.now());
        return caller.call(request)
                .thenApply(
                        outcome ->
                                outcome instanceof CallOutcome.Done(var response, _)
                                                && response.payload().orElse(null)
                                                        instanceof CapabilitiesData data
                                        ? Optional.of(data)
                                        : Optional.empty());
    }

    /// Passes on a request for nothing but the operation itself.
    CompletableFuture<Answer> pass(ServedRequest served, CollectorId id) {
        return pass(served, id, new EmptyPayload());
    }

    private static boolean isNoSilence(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Done _ -> true;
            case CallOutcome.Failed(_, var error, _) ->
                    error.code().equals(ErrorCode.NOT_CONNECTED.name())
                            || error.code().equals(ErrorCode.LINK_LOST.name());
        };
    }

    private static Answer answer(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Done(var response, _) -> new Answer.Success(response.payload());
            case CallOutcome.Failed(_, var error, _) -> Answer.failed(error);
        };
    }

    private static Optional<Step> step(RpcResponse progress) {
        return progress.payload()
                .filter(GenericPayload.class::isInstance)
                .map(payload -> Step.heard(((GenericPayload) payload).values()))
                .filter(step -> !step.text().isEmpty());
    }
}
