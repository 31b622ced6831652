package daemoneye.rpc.cli.fake;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.RpcPayload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// Answers at once, by topic, as it was told to; nobody answers other topics.
public final class ScriptedCaller implements RpcCaller {
    /// When every answer was given, by the responder's clock.
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /// What every call takes.
    public static final Duration TOOK = Duration.ofNanos(2_500_000);

    /// Every request so far.
    public final List<RpcRequest> requests = new ArrayList<>();

    private final Map<String, List<Function<RpcRequest, CallOutcome>>> answers =
            new LinkedHashMap<>();
    private Optional<Function<RpcRequest, CallOutcome>> elsewhere = Optional.empty();
    private final List<RpcResponse> steps = new ArrayList<>();

    /// One responder on every topic that has none.
    public ScriptedCaller failingEverywhere(RpcError error) {
        elsewhere = Optional.of(_ -> new CallOutcome.Failed(RpcStatus.ERROR, error, TOOK));
        return this;
    }

    /// One more responder on a topic.
    public ScriptedCaller on(String topic, Function<RpcRequest, CallOutcome> answer) {
        answers.computeIfAbsent(topic, key -> new ArrayList<>()).add(answer);
        return this;
    }

    /// One more responder that always succeeds.
    public ScriptedCaller on(String topic, String service, RpcPayload payload) {
        return on(topic, request -> done(request, service, Optional.of(payload)));
    }

    /// One more responder that always fails.
    public ScriptedCaller failing(String topic, RpcError error) {
        return on(topic, request -> new CallOutcome.Failed(RpcStatus.ERROR, error, TOOK));
    }

    /// A report of progress before every answer.
    public ScriptedCaller step(RpcPayload payload) {
        steps.add(
                new RpcResponse(
                        RequestId.random(),
                        "agent-one",
                        RpcStatus.IN_PROGRESS,
                        Optional.of(payload),
                        1,
                        0,
                        NOW,
                        Optional.empty()));
        return this;
    }

    /// A success.
    public static CallOutcome done(
            RpcRequest request, String service, Optional<RpcPayload> payload) {
        var response =
                new RpcResponse(
                        request.requestId(),
                        service,
                        RpcStatus.SUCCESS,
                        payload,
                        2,
                        0,
                        NOW,
                        Optional.empty());
        return new CallOutcome.Done(response, TOOK);
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        requests.add(request);
        steps.forEach(onProgress);
        return CompletableFuture.completedFuture(
                responders(request).stream()
                        .findFirst()
                        .map(each -> each.apply(request))
                        .orElseGet(() -> nobody(request)));
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        requests.add(request);
        return CompletableFuture.completedFuture(
                responders(request).stream().map(each -> each.apply(request)).toList());
    }

    private List<Function<RpcRequest, CallOutcome>> responders(RpcRequest request) {
        return answers.getOrDefault(request.target().text(), elsewhere.stream().toList());
    }

    private static CallOutcome nobody(RpcRequest request) {
        return new CallOutcome.Failed(
                RpcStatus.UNAVAILABLE,
                RpcError.notExecuted(ErrorCode.NO_RESPONDER, "nobody answers " + request.target()),
                TOOK);
    }
}
