package daemoneye.rpc.client.call.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.fake.ScriptedBus;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// A resilient caller over a link whose other end is played by the test.
abstract class ResilienceScene {
    final LinkedClient client = new LinkedClient();
    ScriptedBus bus = client.bus;
    final ResilientCaller caller =
            ResilientCaller.around(
                    new BusCaller(client.connection, client.codec, client.ticker),
                    client.connection,
                    client.ticker,
                    new Random(3));
    final List<ResilienceEvent> events = new ArrayList<>();

    ResilienceScene() {
        caller.watch(events::add);
    }

    void open() {
        for (int i = 0; i < 5; i++) {
            var _ = caller.call(LinkedClient.request(CollectorOperation.RESTART));
            end(ExchangeEnd.RESPONDER_LOST);
        }
    }

    void end(ExchangeEnd end) {
        bus.lastSent().replies.onEnd(end);
    }

    void reply(RpcRequest to, RpcStatus status, Optional<RpcError> error) {
        var response =
                new RpcResponse(
                        to.requestId(),
                        "procmond",
                        status,
                        Optional.empty(),
                        0,
                        0,
                        Instant.EPOCH,
                        error);
        bus.lastSent().replies.onReply(client.codec.encode(response), 0, 1, false);
    }

    RpcRequest decoded(ScriptedBus.Sent sent) {
        try {
            return (RpcRequest) client.codec.decode(sent.message.payload());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static RpcError tooMany(long retryAfter) {
        return RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, "busy")
                .with("retry_after_ms", ConfigValue.of(retryAfter));
    }

    static CallOutcome one(CompletableFuture<CallOutcome> call) {
        assertThat(call).isDone();
        return call.join();
    }

    static CallOutcome first(CompletableFuture<List<CallOutcome>> calls) {
        assertThat(calls).isDone();
        return calls.join().getFirst();
    }

    static Failed failed(CompletableFuture<CallOutcome> call) {
        assertThat(one(call)).isInstanceOf(Failed.class);
        return (Failed) one(call);
    }
}
