package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.UnreadableBody;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// Answers what became of a request (QueryOutcome), and stops it (Cancel). Safe from any thread.
public final class OutcomeDesk {
    private final CallMemory memory;
    private final BodyCodec codec;
    private final String serviceId;
    private final Ticker ticker;

    /// @param codec reads the answers that are remembered
    public OutcomeDesk(CallMemory memory, BodyCodec codec, String serviceId, Ticker ticker) {
        this.memory = memory;
        this.codec = codec;
        this.serviceId = serviceId;
        this.ticker = ticker;
    }

    /// What is known of a request; the fields are those of `rpc/README.md`.
    ///
    /// @param asker as the broker stamped it
    public GenericPayload outcome(RequestId id, String asker) {
        var facts = new LinkedHashMap<String, ConfigValue>();
        facts.put("request_id", ConfigValue.of(id.toString()));
        var known = memory.find(id, asker);
        if (known.isEmpty()) {
            unknown(facts);
        } else {
            facts.put("operation", ConfigValue.of(known.get().operation().designName()));
            switch (known.get()) {
                case KnownCall.Running running -> running(running.call().progress(), facts);
                case KnownCall.Over over -> over(over, facts);
            }
        }
        return new GenericPayload(facts);
    }

    /// Stops a request that is not past its commit point.
    ///
    /// @param by who wants that, as the broker stamped it
    /// @return completes, never exceptionally, when the request has ended: with why it could not
    ///     be stopped, or empty
    public CompletableFuture<Optional<RpcError>> cancel(RequestId id, String by) {
        var known = memory.find(id, by);
        if (known.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.of(notKnown(id)));
        }
        return switch (known.get()) {
            case KnownCall.Running running ->
                    running.call().cancel(by).thenApply(end -> refusal(id, end));
            case KnownCall.Over over ->
                    CompletableFuture.completedFuture(
                            Optional.of(tooLate(id, "it has ended already", over.state())));
        };
    }

    private void unknown(Map<String, ConfigValue> facts) {
        long age = memory.age().toMillis();
        state(facts, CallState.UNKNOWN, ExecutionCertainty.UNKNOWN);
        facts.put(
                "message",
                ConfigValue.of(
                        "%s does not know this request; if it was sent here to change something,"
                                        .formatted(serviceId)
                                + " and not longer ago than remembered_ms, it was never begun"));
        facts.put("service_started_ms_ago", ConfigValue.of(age));
        facts.put("remembered_ms", ConfigValue.of(Math.min(age, CallMemory.KEPT.toMillis())));
    }

    private void running(LiveCall.Progress progress, Map<String, ConfigValue> facts) {
        state(
                facts,
                progress.state(),
                progress.state() == CallState.WAITING
                        ? ExecutionCertainty.NOT_EXECUTED
                        : ExecutionCertainty.UNKNOWN);
        facts.put("committed", ConfigValue.of(progress.committed()));
        progress.step().ifPresent(step -> facts.put("step", ConfigValue.of(step)));
        ago("started_ms_ago", progress.startedNanos(), facts);
    }

    private void over(KnownCall.Over over, Map<String, ConfigValue> facts) {
        var response = answer(over);
        var error = response.flatMap(RpcResponse::errorDetails);
        state(facts, over.state(), certainty(over.state(), error));
        response.ifPresent(said -> facts.put("status", ConfigValue.of(said.status().wireName())));
        error.ifPresent(
                why -> {
                    facts.put("code", ConfigValue.of(why.code()));
                    facts.put("message", ConfigValue.of(why.message()));
                });
        ago("started_ms_ago", over.startedNanos(), facts);
        ago("ended_ms_ago", over.endedNanos(), facts);
    }

    private static ExecutionCertainty certainty(CallState state, Optional<RpcError> error) {
        return error.map(RpcError::certainty)
                .orElse(
                        state == CallState.DONE
                                ? ExecutionCertainty.EXECUTED
                                : ExecutionCertainty.UNKNOWN);
    }

    private static void state(
            Map<String, ConfigValue> facts, CallState state, ExecutionCertainty executed) {
        facts.put("state", ConfigValue.of(state.wireName()));
        facts.put("executed", ConfigValue.of(executed.wireName()));
    }

    private void ago(String name, OptionalLong nanos, Map<String, ConfigValue> facts) {
        if (nanos.isPresent()) {
            facts.put(name, ConfigValue.of(ticker.since(nanos.getAsLong()).toMillis()));
        }
    }

    private Optional<RpcResponse> answer(KnownCall.Over over) {
        try {
            return Optional.of(codec.decode(over.answer()))
                    .filter(RpcResponse.class::isInstance)
                    .map(RpcResponse.class::cast);
        } catch (UnreadableBody e) {
            throw new IllegalStateException("an answer of our own cannot be read", e);
        }
    }

    private static Optional<RpcError> refusal(RequestId id, Optional<RpcStatus> end) {
        if (end.isEmpty()) {
            return Optional.of(tooLate(id, "it is past its commit point", CallState.RUNNING));
        }
        var state = CallState.of(end.get());
        return state == CallState.CANCELLED
                ? Optional.empty()
                : Optional.of(tooLate(id, "it ended before it could be stopped", state));
    }

    private static RpcError tooLate(RequestId id, String why, CallState state) {
        return RpcError.notExecuted(
                        ErrorCode.CANCEL_TOO_LATE,
                        "request %s cannot be cancelled: %s".formatted(id, why))
                .with("request_id", ConfigValue.of(id.toString()))
                .with("state", ConfigValue.of(state.wireName()));
    }

    private RpcError notKnown(RequestId id) {
        return RpcError.notExecuted(
                        ErrorCode.REQUEST_UNKNOWN,
                        "%s does not know request %s".formatted(serviceId, id))
                .with("request_id", ConfigValue.of(id.toString()));
    }
}
