package daemoneye.rpc.client.serve.memory;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.codec.KryoBodyCodec;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

class CallMemoryTest {
    private static final String SENDER = "console#1/operator";
    private static final byte[] ANSWER = new byte[40];
    private final FakeTicker ticker = new FakeTicker();
    private final KryoBodyCodec codec = new KryoBodyCodec();
    private final CallMemory memory = new CallMemory(ticker, codec, 4, 100);

    private static final LiveCall LIVE =
            new LiveCall() {
                @Override
                public boolean join(ReplyRoute route) {
                    return true;
                }

                @Override
                public Progress progress() {
                    return new Progress(
                            CallState.RUNNING, false, Optional.empty(), OptionalLong.empty());
                }

                @Override
                public CompletableFuture<Optional<RpcStatus>> cancel(String by) {
                    return CompletableFuture.completedFuture(Optional.empty());
                }
            };

    @Test
    void anAnswerIsRememberedForTenMinutesAfterItsEndAndForgottenThen() {
        var request = start();
        var call = admitted(request);
        ticker.advance(Duration.ofMinutes(5));
        end(call);
        ticker.advance(CallMemory.KEPT);
        assertThat(admit(request)).isInstanceOf(Admission.Again.class);
        ticker.advance(Duration.ofMillis(1));

        assertThat(admit(request)).isInstanceOf(Admission.Fresh.class);
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    void whatRunsIsNeverForgotten() {
        var request = start();
        admitted(request);
        ticker.advance(Duration.ofHours(3));
        admitted(start());

        assertThat(admit(request)).isInstanceOf(Admission.Again.class);
    }

    @Test
    void aNameIsReadFromItsEndSoThatNobodyPassesForAnother() {
        var request = start();
        end(admitted("a#1/operator", request));

        assertThat(admit("a#2/admin", request)).isInstanceOf(Admission.Again.class);
        assertThat(admit("a#1#2/operator", request)).isInstanceOf(Admission.Fresh.class);
    }

    @Test
    void bytesOfAnswersAreBoundedAndRoomComesBackWithTime() {
        for (int n = 0; n < 3; n++) {
            end(admitted(start()));
        }
        assertThat(admit(start())).isInstanceOf(Admission.Full.class);
        ticker.advance(CallMemory.KEPT.plusMillis(1));

        assertThat(admit(start())).isInstanceOf(Admission.Fresh.class);
    }

    @Test
    void fullSaysWhenTheOldestMayBeForgotten() {
        for (int n = 0; n < 4; n++) {
            admitted(start());
        }
        assertThat(admit(start())).isEqualTo(new Admission.Full(Duration.ofSeconds(1)));
        var ended = new CallMemory(ticker, codec, 1, 100);
        var call = ended.describe(SENDER, start(), LIVE);
        ended.admit(call);
        ended.ended(call, RpcStatus.SUCCESS, ANSWER, OptionalLong.of(0));
        ticker.advance(Duration.ofMinutes(4));

        assertThat(ended.admit(ended.describe(SENDER, start(), LIVE)))
                .isEqualTo(new Admission.Full(Duration.ofMinutes(6).plusMillis(1)));
    }

    @Test
    void whatOnlyReadsIsNeverRefusedAndKnownWhileItLasts() {
        for (int n = 0; n < 4; n++) {
            admitted(start());
        }
        var check = LinkedClient.request(CollectorOperation.HEALTH_CHECK);
        var call = admitted(check);
        assertThat(memory.find(check.requestId(), SENDER)).isPresent();
        end(call);

        assertThat(memory.find(check.requestId(), SENDER)).isEmpty();
    }

    @Test
    void ofTwoClientsWithTheSameIdEachFindsItsOwn() {
        var request = start();
        end(admitted("a#1/operator", request));
        admitted("b#2/operator", request);

        assertThat(memory.find(request.requestId(), "a#9/viewer"))
                .containsInstanceOf(KnownCall.Over.class);
        assertThat(memory.find(request.requestId(), "b#9/viewer"))
                .containsInstanceOf(KnownCall.Running.class);
        assertThat(memory.find(request.requestId(), "c#9/viewer")).isPresent();
        assertThat(memory.find(RequestId.random(), "a#9/viewer")).isEmpty();
    }

    @Test
    void forgettingTwiceFreesOnePlaceOnly() {
        var call = admitted(start());
        memory.forget(call);
        memory.forget(call);
        for (int n = 0; n < 4; n++) {
            admitted(start());
        }

        assertThat(admit(start())).isInstanceOf(Admission.Full.class);
    }

    @Test
    void whatWasSeededIsComparedByItsOperation() {
        var request = start();
        var past =
                new PastCall(
                        SENDER,
                        request.requestId(),
                        CollectorOperation.START,
                        Duration.ofMinutes(1),
                        Optional.of(RpcStatus.ERROR),
                        Optional.empty());
        assertThat(memory.seed(past, ANSWER)).isTrue();
        assertThat(memory.seed(past, ANSWER)).isTrue();
        assertThat(memory.size()).isEqualTo(1);
        assertThat(admit(request)).isInstanceOf(Admission.Again.class);

        var stop = LinkedClient.request(CollectorOperation.STOP);
        var other =
                new RpcRequest(
                        request.requestId(),
                        stop.clientId(),
                        stop.target(),
                        stop.operation(),
                        stop.payload(),
                        stop.timeoutMs(),
                        stop.timestamp());
        assertThat(admit(other)).isInstanceOf(Admission.OtherContent.class);
    }

    @Test
    void aHundredThousandCallsFitAndLeaveNothingBehind() {
        var large = new CallMemory(ticker, codec);
        for (int n = 0; n < CallMemory.MOST_CALLS; n++) {
            var call = large.describe(SENDER, start(), LIVE);
            assertThat(large.admit(call)).isInstanceOf(Admission.Fresh.class);
            large.ended(call, RpcStatus.SUCCESS, ANSWER, OptionalLong.of(0));
        }
        assertThat(large.admit(large.describe(SENDER, start(), LIVE)))
                .isInstanceOf(Admission.Full.class);
        ticker.advance(CallMemory.KEPT.plusMillis(1));
        for (int n = 0; n < 200; n++) {
            var call = large.describe(SENDER, start(), LIVE);
            assertThat(large.admit(call)).isInstanceOf(Admission.Fresh.class);
            large.forget(call);
        }

        assertThat(large.size()).isZero();
    }

    private static RpcRequest start() {
        return LinkedClient.request(CollectorOperation.START);
    }

    private Admission admit(RpcRequest request) {
        return admit(SENDER, request);
    }

    private Admission admit(String sender, RpcRequest request) {
        return memory.admit(memory.describe(sender, request, LIVE));
    }

    private RememberedCall admitted(RpcRequest request) {
        return admitted(SENDER, request);
    }

    private RememberedCall admitted(String sender, RpcRequest request) {
        var call = memory.describe(sender, request, LIVE);
        assertThat(memory.admit(call)).isInstanceOf(Admission.Fresh.class);
        return call;
    }

    private void end(RememberedCall call) {
        memory.ended(call, RpcStatus.SUCCESS, ANSWER, OptionalLong.of(0));
    }
}
