package daemoneye.rpc.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Changing calls that come several times, over links that break: each is executed once.
@Timeout(120)
class ExecutedOnceTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private static final int ROUNDS = 40;
    private static final int AT_A_TIME = 8;
    @TempDir private Path directory;
    private final Random random = new Random(11);
    private final Map<RequestId, Integer> executed = new ConcurrentHashMap<>();

    @Test
    void whateverIsRepeatedAndWhereverTheLinkBreaks() throws Exception {
        try (var broker = new LiveBroker(WireKind.MEMORY, directory)) {
            var agent = broker.client("agent");
            var sessions = List.of(broker.client("console"), broker.client("console"));
            agent.service.answer(TOPIC, SubscriptionKind.ANSWER, this::execute);
            agent.awaitInPlace();
            int breaks = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var sent = burst(sessions);
                if (round % 16 == 3) {
                    breakEveryLink(broker, agent, sessions);
                    breaks++;
                }
                settle(sent, sessions.getFirst());
            }

            assertThat(breaks).isEqualTo(3);
            assertThat(executed).hasSize(ROUNDS * AT_A_TIME).allSatisfy((_, n) -> once(n));
        }
    }

    /// Each of some fresh requests one to four times, by either session.
    private Map<RpcRequest, List<CompletableFuture<CallOutcome>>> burst(
            List<LiveBroker.Client> sessions) {
        var sent = new HashMap<RpcRequest, List<CompletableFuture<CallOutcome>>>();
        for (int n = 0; n < AT_A_TIME; n++) {
            var request = LinkedClient.request(CollectorOperation.PAUSE);
            var outcomes = new ArrayList<CompletableFuture<CallOutcome>>();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                outcomes.add(sessions.get(random.nextInt(2)).caller.call(request));
            }
            sent.put(request, outcomes);
        }
        return sent;
    }

    /// All answers to one request are alike; where there is none, it is asked for again.
    private static void settle(
            Map<RpcRequest, List<CompletableFuture<CallOutcome>>> sent, LiveBroker.Client session)
            throws Exception {
        for (var each : sent.entrySet()) {
            var answers = new ArrayList<>();
            for (var outcome : each.getValue()) {
                if (end(outcome) instanceof CallOutcome.Done(var response, _)) {
                    answers.add(response);
                }
            }
            var last = end(session.caller.call(each.getKey()));
            assertThat(last).isInstanceOf(CallOutcome.Done.class);
            var response = ((CallOutcome.Done) last).response();
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(response));
        }
    }

    private static void breakEveryLink(
            LiveBroker broker, LiveBroker.Client agent, List<LiveBroker.Client> sessions)
            throws Exception {
        broker.kill();
        agent.awaitLost();
        for (var each : sessions) {
            each.awaitLost();
        }
        broker.startAgain();
        for (var each : sessions) {
            each.awaitConnected();
        }
        agent.awaitConnected();
        agent.awaitInPlace();
    }

    private Answer execute(ServedRequest call) {
        if (!call.commit()) {
            return Answer.withdrawn();
        }
        executed.merge(call.request().requestId(), 1, Integer::sum);
        return Answer.done();
    }

    private static void once(int times) {
        assertThat(times).isEqualTo(1);
    }

    private static CallOutcome end(CompletableFuture<CallOutcome> outcome) throws Exception {
        return outcome.get(LiveBroker.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
