package daemoneye.rpc.transport.netty;

import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Wire;
import daemoneye.rpc.transport.wire.WireRefusal;

import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// The wire made of sockets: `unix:PATH` and, on this machine only, `tcp:HOST:PORT`. One thread
/// moves all bytes and calls all listeners.
///
/// Who may connect: at a Unix socket the user who runs the broker, and root; at a TCP port
/// everybody on this machine, whom the broker may ask for a token. An address that other machines
/// reach is refused, because TLS does not exist yet.
public final class NettyWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(NettyWire.class);
    private static final long CLOSE_MILLIS = 1000;

    /// For host names and socket files, which the loop must not wait for.
    private static final Executor BLOCKING = task -> Thread.ofVirtual().start(task);

    private final IoEventLoopGroup group;
    private final EventLoop loop;
    private final Ticker ticker;
    private final OpenChannels channels = new OpenChannels();
    private final Connector connector;
    private final Acceptor acceptor;

    NettyWire(String threadName, Sockets sockets) {
        ThreadFactory threads =
                task -> Thread.ofPlatform().daemon().name(threadName).unstarted(task);
        group = new MultiThreadIoEventLoopGroup(1, threads, sockets.loop());
        loop = group.next();
        ticker = new LoopTimer(new SystemTicker(threadName + "-clock"), loop);
        connector = new Connector(loop, sockets, channels);
        acceptor = new Acceptor(loop, sockets, channels);
    }

    /// A wire by the fastest sockets that the system has.
    ///
    /// @param threadName of the loop, as seen in thread dumps
    public static NettyWire open(String threadName) {
        return new NettyWire(threadName, Sockets.best());
    }

    /// A wire by Java's own sockets, without native code.
    public static NettyWire withoutNativeCode(String threadName) {
        return new NettyWire(threadName, new NioSockets());
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        return onLoop(
                () -> Place.toConnect(address, BLOCKING),
                place -> connector.connect(place, listener),
                cause -> Faults.connecting(address, cause));
    }

    @Override
    public CompletableFuture<Listening> listen(
            Address address, Function<Link, LinkListener> onLink) {
        return onLoop(
                () -> Place.toListen(address, BLOCKING),
                place -> acceptor.listen(place, onLink),
                cause -> Faults.listening(address, cause));
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
        if (loop.inEventLoop()) {
            channels.closeAll(CloseReason.wireClosed(), 0);
            // The quiet time lets what was sent leave; nobody may wait for it here.
            var _ =
                    group.shutdownGracefully(
                            CLOSE_MILLIS / 10, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        channels.closeAll(CloseReason.wireClosed(), CLOSE_MILLIS);
        var ended = group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        if (!ended.awaitUninterruptibly(CLOSE_MILLIS)) {
            LOG.warn("the loop of a wire still runs after {} ms", CLOSE_MILLIS);
        }
    }

    /// Two steps, the second of which ends on the loop; so does the whole, well or badly.
    private <T> CompletableFuture<T> onLoop(
            Supplier<CompletableFuture<Place>> lookup,
            Function<Place, CompletableFuture<T>> act,
            Function<Throwable, WireRefusal> sentence) {
        if (loop.isShuttingDown()) {
            return CompletableFuture.failedFuture(sentence.apply(new RejectedExecutionException()));
        }
        var result = new CompletableFuture<T>();
        var begin = new CompletableFuture<Void>();
        var _ =
                begin.thenCompose(_ -> lookup.get())
                        .thenCompose(act)
                        .whenComplete(
                                (value, failure) -> {
                                    if (failure == null) {
                                        result.complete(value);
                                    } else {
                                        fail(result, sentence.apply(cause(failure)));
                                    }
                                });
        // Only now, so that no step can end before the last is in place, on the caller's thread.
        begin.complete(null);
        return result;
    }

    private void fail(CompletableFuture<?> result, WireRefusal refusal) {
        if (!run(() -> result.completeExceptionally(refusal))) {
            result.completeExceptionally(refusal);
        }
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause(cause) : failure;
    }

    private boolean run(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("a task came after the wire was closed");
            return false;
        }
    }
}
