package daemoneye.rpc.transport.wire;

import daemoneye.rpc.protocol.time.Ticker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// A way to connect processes: sockets in production, memory in tests. One wire has one loop
/// thread; all listeners of its links are called there.
public interface Wire extends AutoCloseable {
    /// Connects to a broker.
    ///
    /// @return the link, or an exception whose message is a sentence that says what to do (nobody
    ///     listens there, no permission, …). Completed on the loop.
    CompletableFuture<Link> connect(Address address, LinkListener listener);

    /// Accepts links.
    ///
    /// @param onLink gives the listener for each new link, on the loop
    /// @return where it listens in fact (with the port chosen), or an exception whose message is a
    ///     sentence that says what to do (port in use, stale socket file, no permission, …)
    CompletableFuture<Listening> listen(Address address, Function<Link, LinkListener> onLink);

    /// Runs tasks on the loop thread.
    Executor loop();

    /// Time, with alarms that run on the loop thread.
    Ticker ticker();

    /// Closes all links and the loop. Blocks at most a second or two.
    @Override
    void close();

    /// A place where links are accepted.
    interface Listening extends AutoCloseable {
        Address address();

        /// Accepts no more; links that exist stay. Removes the socket file.
        @Override
        void close();
    }
}
