package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.transport.codec.UnreadableBody;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hands requests to a service as the broker would, and collects what it says.
final class CallDesk {
    private static final long PATIENCE_SECONDS = 10;
    final LinkedClient client = new LinkedClient();
    private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

    /// A reply, and whether others were to follow.
    record Said(RpcResponse response, boolean more) {}

    BusService service() {
        var virtual = Thread.ofVirtual().factory();
        return new BusService(
                client.connection,
                client.codec,
                "procmond",
                client.ticker,
                task -> {
                    var worker = virtual.newThread(task);
                    workers.add(worker);
                    return worker;
                },
                CallRecords.NONE);
    }

    /// Waits until every thread that the service started is done.
    void awaitIdle() throws InterruptedException {
        for (var worker = workers.poll(); worker != null; worker = workers.poll()) {
            assertThat(worker.join(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
        }
    }

    void ask(RpcRequest request) {
        ask(request, Duration.ofMillis(request.timeoutMs()));
    }

    void ask(RpcRequest request, Duration remaining) {
        client.bus.deliver(
                request.target(),
                request.requestId().toString(),
                client.codec.encode(request),
                remaining,
                Optional.of(this::take));
    }

    /// The next reply; fails if there is none within the patience.
    Said next() throws InterruptedException {
        var one = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(one).as("a reply within %d s", PATIENCE_SECONDS).isNotNull();
        return one;
    }

    /// The next reply that is no step, which must be the final one.
    RpcResponse nextFinal() throws InterruptedException {
        var one = next();
        while (one.response().status() == RpcStatus.IN_PROGRESS) {
            one = next();
        }
        assertThat(one.more()).isFalse();
        assertThat(one.response().status().isFinal()).isTrue();
        return one.response();
    }

    void assertNothingElseWasSaid() {
        assertThat(said).isEmpty();
    }

    private void take(byte[] payload, boolean more) {
        try {
            said.add(new Said((RpcResponse) client.codec.decode(payload), more));
        } catch (UnreadableBody e) {
            throw new AssertionError(e);
        }
    }
}
