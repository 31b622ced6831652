package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.memory.CallMemory;
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
    static final String CONSOLE = "console@host#7/agent";
    private static final long PATIENCE_SECONDS = 10;
    final LinkedClient client = new LinkedClient();
    private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    private final Caller caller = new Caller();

    /// A reply, and whether others were to follow.
    record Said(RpcResponse response, boolean more) {}

    /// Somebody who asks, and what was said to it.
    final class Caller {
        private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

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

    BusService service() {
        return service(CallRecords.NONE, new CallMemory(client.ticker, client.codec));
    }

    BusService service(CallRecords records, CallMemory memory) {
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
                records,
                memory);
    }

    /// Waits until every thread that the service started is done.
    void awaitIdle() throws InterruptedException {
        for (var worker = workers.poll(); worker != null; worker = workers.poll()) {
            assertThat(worker.join(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
        }
    }

    /// Waits until so many of the threads that the service started wait for something.
    void awaitWaiting(int many) {
        while (workers.stream().filter(CallDesk::waits).count() < many) {
            Thread.onSpinWait();
        }
    }

    private static boolean waits(Thread worker) {
        return worker.getState() == Thread.State.WAITING
                || worker.getState() == Thread.State.TIMED_WAITING;
    }

    void ask(RpcRequest request) {
        ask(request, Duration.ofMillis(request.timeoutMs()));
    }

    void ask(RpcRequest request, Duration remaining) {
        ask(caller, CONSOLE, request, remaining);
    }

    /// Asks as somebody else would.
    ///
    /// @param sender as the broker stamps it
    Caller askAs(String sender, RpcRequest request) {
        var another = new Caller();
        ask(another, sender, request, Duration.ofMillis(request.timeoutMs()));
        return another;
    }

    private void ask(Caller to, String sender, RpcRequest request, Duration remaining) {
        client.bus.deliver(
                request.target(),
                request.requestId().toString(),
                sender,
                client.codec.encode(request),
                remaining,
                Optional.of(to::take));
    }

    Said next() throws InterruptedException {
        return caller.next();
    }

    RpcResponse nextFinal() throws InterruptedException {
        return caller.nextFinal();
    }

    void assertNothingElseWasSaid() {
        caller.assertNothingElseWasSaid();
    }
}
