package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.fake.TokenCodec;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.codec.UnreadableBody;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ServedCallTest {
    private final FakeTicker ticker = new FakeTicker();
    private final TokenCodec codec = new TokenCodec();
    private final RpcRequest request = LinkedClient.request(CollectorOperation.STOP);
    private final List<RpcResponse> replies = new ArrayList<>();
    private final ServedCall call = call();

    @Test
    void workThatSucceededIsNeverReportedAsFailedBecauseTheTimePassedMeanwhile() {
        call.run(
                served -> {
                    ticker.advance(Duration.ofHours(1));
                    return Answer.done();
                });
        call.expire();
        call.close();

        assertThat(statuses()).containsExactly(RpcStatus.SUCCESS);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void timeThatPassedInTheQueueIsNotSpentTwice() {
        ticker.advance(Duration.ofSeconds(3));
        assertThat(call.remaining()).isEqualTo(Duration.ofSeconds(27));
        call.run(
                served -> {
                    ticker.advance(Duration.ofSeconds(2));
                    return Answer.done();
                });

        assertThat(replies.getFirst().queueTimeMs()).isEqualTo(3000);
        assertThat(replies.getFirst().executionTimeMs()).isEqualTo(2000);
    }

    @Test
    void aCallWhoseTimePassedInTheQueueIsNotBegun() {
        ticker.advance(Duration.ofSeconds(30));
        call.run(
                served -> {
                    throw new AssertionError("must not begin");
                });

        assertThat(statuses()).containsExactly(RpcStatus.TIMEOUT);
    }

    @Test
    void aCallCancelledBeforeItBeganIsNotBegun() {
        call.close();
        call.run(
                served -> {
                    throw new AssertionError("must not begin");
                });

        assertThat(statuses()).containsExactly(RpcStatus.CANCELLED);
    }

    @Test
    void stepsAfterTheEndAreNotTold() {
        call.run(served -> Answer.done());
        call.progress("too late");

        assertThat(statuses()).containsExactly(RpcStatus.SUCCESS);
    }

    private List<RpcStatus> statuses() {
        return replies.stream().map(RpcResponse::status).toList();
    }

    private ServedCall call() {
        var envelope =
                Envelope.outgoing(
                        request.target(),
                        CorrelationMetadata.of(request.requestId().toString()),
                        MessageType.CONTROL,
                        ticker.now(),
                        new byte[0]);
        var received =
                new Received(
                        envelope,
                        request,
                        ticker.nanos(),
                        Duration.ofSeconds(30),
                        Optional.of((payload, more) -> {}));
        var line =
                new ReplyLine(
                        request,
                        received,
                        (payload, more) -> take(payload),
                        "agent",
                        codec,
                        ticker);
        return new ServedCall(request, received, line, "agent", ticker);
    }

    private void take(byte[] payload) {
        try {
            replies.add((RpcResponse) codec.decode(payload));
        } catch (UnreadableBody e) {
            throw new AssertionError(e);
        }
    }
}
