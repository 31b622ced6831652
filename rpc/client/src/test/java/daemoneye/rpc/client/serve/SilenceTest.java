package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

@Timeout(60)
class SilenceTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private final CallDesk desk = new CallDesk();
    private final BusService service = desk.service();
    private final LinkedBlockingQueue<String> steps = new LinkedBlockingQueue<>();
    private final Semaphore entered = new Semaphore(0);

    @AfterEach
    void letEverybodyGo() {
        service.close();
    }

    @Test
    void whoSaysNothingIsSpokenForAfterOneTwoThreeFourAndThenEveryFiveSeconds() throws Exception {
        begin();
        for (int second : new int[] {1, 3, 6, 10, 15, 20, 25}) {
            passUntil(second);
            assertThat(next()).isEqualTo("working for %d s".formatted(second));
            desk.assertNothingElseWasSaid();
        }
    }

    @Test
    void whoHasSaidSomethingIsRepeated() throws Exception {
        begin();
        pass(800);
        steps.add("waiting for the registration");
        assertThat(next()).isEqualTo("waiting for the registration");
        pass(999);
        desk.assertNothingElseWasSaid();
        pass(1);

        assertThat(next()).isEqualTo("waiting for the registration");
    }

    @Test
    void nothingIsSaidOfWorkThatTakesLessThanASecond() throws Exception {
        begin();
        pass(999);
        steps.add("");

        assertThat(desk.next().response().status()).isEqualTo(RpcStatus.SUCCESS);
        desk.awaitIdle();
        assertThat(desk.client.ticker.waitingAlarms()).isZero();
    }

    private void begin() throws InterruptedException {
        service.answer(
                TOPIC,
                SubscriptionKind.ANSWER,
                call -> {
                    entered.release();
                    for (var step = steps.take(); !step.isEmpty(); step = steps.take()) {
                        call.progress(step);
                    }
                    return Answer.done();
                });
        desk.ask(LinkedClient.request(CollectorOperation.START));
        entered.acquire();
    }

    private void pass(long millis) {
        desk.client.ticker.advance(Duration.ofMillis(millis));
    }

    private void passUntil(int second) {
        pass(second * 1000L - Duration.ofNanos(desk.client.ticker.nanos()).toMillis());
    }

    private String next() throws InterruptedException {
        var payload = (GenericPayload) desk.next().response().payload().orElseThrow();
        return payload.values().get("step").toString();
    }
}
