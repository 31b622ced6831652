package daemoneye.rpc.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class CallEveryoneTest {
    private final LinkedClient client = new LinkedClient();
    private final BusCaller caller = new BusCaller(client.connection, client.codec, client.ticker);
    private final RpcRequest request = LinkedClient.request(CollectorOperation.LIST_COLLECTORS);

    @Test
    void isCompleteWhenAllHaveAnswered() {
        var outcomes = caller.callEveryone(request);
        assertThat(client.bus.lastSent().everyone).isTrue();
        reply(1, "agent-b", RpcStatus.SUCCESS, false);
        reply(0, "agent-a", RpcStatus.IN_PROGRESS, true);
        assertThat(outcomes).isNotDone();
        reply(0, "agent-a", RpcStatus.SUCCESS, false);

        assertThat(said(outcomes)).containsExactly("agent-a", "agent-b");
        assertThat(client.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aResponderThatIsMissingAtTheDeadlineIsAFailureOfItsOwn() {
        var outcomes = caller.callEveryone(request);
        answer(2, "agent-c");
        answer(0, "agent-a");
        client.bus.lastSent().replies.onEnd(ExchangeEnd.DEADLINE);

        assertThat(said(outcomes)).containsExactly("agent-a", "agent-c", "DEADLINE_EXCEEDED");
    }

    @Test
    void aResponderThatAnswersTwiceCountsOnce() {
        var outcomes = caller.callEveryone(request);
        answer(0, "agent-a");
        answer(0, "agent-a");
        answer(0, "agent-a");

        assertThat(outcomes).isNotDone();
    }

    @Test
    void nobodyThereIsAnEmptyListAndNoFailure() {
        var outcomes = caller.callEveryone(request);
        client.bus.lastSent().replies.onEnd(ExchangeEnd.NO_RESPONDER);

        assertThat(outcomes).isCompletedWithValue(List.of());
    }

    @Test
    void silenceOfAllIsOneFailureNotAnEmptyFleet() {
        var outcomes = caller.callEveryone(request);
        client.ticker.advance(Duration.ofMillis(5250));

        assertThat(said(outcomes)).containsExactly("DEADLINE_EXCEEDED");
    }

    @Test
    void withoutALinkThereIsOneFailureNotAnEmptyFleet() {
        client.bus.breakOff("cut");

        assertThat(said(caller.callEveryone(request))).containsExactly("NOT_CONNECTED");
    }

    @Test
    void anUnreadableAnswerIsAFailureOfThatResponderOnly() {
        var outcomes = caller.callEveryone(request);
        client.bus.lastSent().replies.onReply(new byte[3], 1, 2, false);
        client.bus.lastSent().replies.onReply(encoded("agent-a", RpcStatus.SUCCESS), 0, 2, false);

        assertThat(said(outcomes)).containsExactly("agent-a", "INTERNAL_ERROR");
    }

    @Test
    void repliesAfterTheEndChangeNothing() {
        var outcomes = caller.callEveryone(request);
        answer(0, "agent-a");
        client.bus.lastSent().replies.onEnd(ExchangeEnd.RESPONDER_LOST);
        assertThat(outcomes).isCompleted();
        var before = outcomes.join();
        answer(1, "agent-b");
        answer(2, "agent-c");

        assertThat(outcomes.join()).isSameAs(before).hasSize(3);
    }

    private void answer(int responder, String agent) {
        client.bus
                .lastSent()
                .replies
                .onReply(encoded(agent, RpcStatus.SUCCESS), responder, 3, false);
    }

    private void reply(int responder, String agent, RpcStatus status, boolean more) {
        client.bus.lastSent().replies.onReply(encoded(agent, status), responder, 2, more);
    }

    private byte[] encoded(String agent, RpcStatus status) {
        return client.codec.encode(LinkedClient.plain(request, status, agent));
    }

    /// Who answered, or the code of the failure.
    private static List<String> said(CompletableFuture<List<CallOutcome>> outcomes) {
        assertThat(outcomes).isCompleted();
        return outcomes.join().stream()
                .map(
                        outcome ->
                                switch (outcome) {
                                    case CallOutcome.Done done -> done.response().serviceId();
                                    case CallOutcome.Failed failed -> failed.error().code();
                                })
                .toList();
    }
}
