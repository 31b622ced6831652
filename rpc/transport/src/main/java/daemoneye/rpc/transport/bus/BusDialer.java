package daemoneye.rpc.transport.bus;

import java.util.concurrent.CompletableFuture;

/// Opens sessions with one broker; the place where the kinds of broker differ.
@FunctionalInterface
public interface BusDialer {
    /// Connects and introduces itself.
    ///
    /// @return a welcomed session, or an exception whose message is a sentence that says what to do
    CompletableFuture<Bus> dial(ClientIdentity identity);
}
