package daemoneye.rpc.transport.wire;

import daemoneye.rpc.protocol.time.Ticker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A wire within one process, for tests and demos: frames become bytes and frames again, with the
/// limits and the back-pressure of a socket, and listeners are called on one loop thread.
public final class InMemoryWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryWire.class);
    private static final long CLOSE_SECONDS = 2;

    private final InMemoryNetwork network;
    private final ExecutorService thread;
    private volatile @Nullable Thread loopThread;
    private final Ticker ticker;
    private final Set<MemoryLink> links = ConcurrentHashMap.newKeySet();
    private final Set<MemoryPort> ports = ConcurrentHashMap.newKeySet();

    /// @param network where names are looked up
    /// @param threadName of the loop, as seen in thread dumps
    /// @param time tells the time; its alarms are passed on to the loop
    public InMemoryWire(InMemoryNetwork network, String threadName, Ticker time) {
        this.network = network;
        thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            var made =
                                    Thread.ofPlatform().daemon().name(threadName).unstarted(task);
                            loopThread = made;
                            return made;
                        });
        ticker = new LoopTicker(time, this::run);
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        if (!(address instanceof Address.Memory memory)) {
            return refused("An in-memory wire reaches memory:NAME only, not " + address);
        }
        var found = network.at(memory.name());
        if (found.isEmpty()) {
            return refused(
                    "Nobody listens at "
                            + address
                            + ": start a broker there, or correct the name.");
        }
        var connected = new CompletableFuture<Link>();
        var port = found.get();
        var near = new MemoryLink(this, address.toString(), false);
        var far = new MemoryLink(port.wire(), "memory:" + network.nextNumber(), true);
        near.join(far);
        near.listenTo(listener);
        links.add(near);
        if (!port.wire().accept(port, far, () -> run(() -> connected.complete(near)))) {
            links.remove(near);
            return refused("Nobody listens at " + address + " any more: start a broker there.");
        }
        return connected;
    }

    @Override
    public CompletableFuture<Listening> listen(
            Address address, Function<Link, LinkListener> onLink) {
        if (!(address instanceof Address.Memory memory)) {
            return refused("An in-memory wire listens at memory:NAME only, not " + address);
        }
        var port = new MemoryPort(network, memory.name(), this, onLink);
        if (!network.bind(port)) {
            return refused("Somebody listens at " + address + " already: choose another name.");
        }
        ports.add(port);
        var listening = new CompletableFuture<Listening>();
        run(() -> listening.complete(port));
        return listening;
    }

    @Override
    public Executor loop() {
        return this::run;
    }

    @Override
    public Ticker ticker() {
        return ticker;
    }

    @Override
    public void close() {
        ports.forEach(MemoryPort::close);
        links.forEach(link -> link.close(CloseReason.wireClosed()));
        thread.shutdown();
        awaitEnd();
    }

    /// Runs a task on the loop.
    ///
    /// @return false if the wire is closed and the task dropped
    boolean run(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("a task came after the in-memory wire was closed");
            return false;
        }
    }

    void forget(MemoryLink link) {
        links.remove(link);
    }

    /// The far end's part of a connection: the near end learns of it before any frame moves.
    private boolean accept(MemoryPort port, MemoryLink far, Runnable connected) {
        links.add(far);
        return run(
                () -> {
                    connected.run();
                    far.listenTo(port.onLink().apply(far));
                });
    }

    // The top of the loop: one listener's mistake must not end everybody's links.
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a task on the loop of an in-memory wire failed", e);
        }
    }

    private <T> CompletableFuture<T> refused(String sentence) {
        var future = new CompletableFuture<T>();
        if (!run(() -> future.completeExceptionally(new WireRefusal(sentence)))) {
            future.completeExceptionally(new WireRefusal("This wire is closed."));
        }
        return future;
    }

    private void awaitEnd() {
        try {
            if (Thread.currentThread() != loopThread
                    && !thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the loop of an in-memory wire still runs after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
