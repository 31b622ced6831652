package daemoneye.rpc.collector.fake;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// Agents that answer broadcasts as the test says; they keep what they are asked.
public final class FakeAgents implements RpcCaller {
    private final List<RpcRequest> asked = new ArrayList<>();
    private Function<RpcRequest, List<CallOutcome>> answers = _ -> List.of();

    /// No agent is there, or none wants it, or one does.
    public void answer(CallOutcome... outcomes) {
        answers = _ -> List.of(outcomes);
    }

    public static CallOutcome accepted(int heartbeatMs) {
        var payload =
                new GenericPayload(
                        Map.of(
                                "accepted",
                                ConfigValue.of(true),
                                "heartbeat_interval_ms",
                                ConfigValue.of(heartbeatMs),
                                "agent_id",
                                ConfigValue.of("agent-1")));
        var response =
                new RpcResponse(
                        RequestId.random(),
                        "agent-1",
                        RpcStatus.SUCCESS,
                        Optional.of(payload),
                        1,
                        0,
                        Instant.EPOCH,
                        Optional.empty());
        return new CallOutcome.Done(response, Duration.ZERO);
    }

    public static CallOutcome refused(ErrorCode code, String message) {
        return new CallOutcome.Failed(
                RpcStatus.ERROR, RpcError.notExecuted(code, message), Duration.ZERO);
    }

    public List<RpcRequest> asked(CollectorOperation operation) {
        return asked.stream().filter(each -> each.operation() == operation).toList();
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        throw new UnsupportedOperationException("collectors ask everyone");
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        asked.add(request);
        return CompletableFuture.completedFuture(answers.apply(request));
    }
}
