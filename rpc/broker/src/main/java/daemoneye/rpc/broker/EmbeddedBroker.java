package daemoneye.rpc.broker;

import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;
import daemoneye.rpc.transport.wire.WireRefusal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A broker inside a program that uses it as well: the console, an all-in-one agent, a test. Its
/// own program reaches it through [#dialer()], other programs of this user at [#address()].
///
/// Owns the broker, not the wire. Safe from any thread.
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final Broker broker;
    private final Wire wire;
    private final Address address;
    private final Optional<Path> temporary;

    private EmbeddedBroker(Broker broker, Wire wire, Address address, Optional<Path> temporary) {
        this.broker = broker;
        this.wire = wire;
        this.address = address;
        this.temporary = temporary;
    }

    /// Listens at one address. The folder of a Unix socket is made if it is missing, for this user
    /// only.
    ///
    /// @return the broker, or an exception whose message is a sentence that says what to do
    public static CompletableFuture<EmbeddedBroker> start(
            Wire wire, BrokerSettings settings, Address address) {
        try {
            if (address instanceof Address.UnixSocket(var path)) {
                Optional.ofNullable(path.toAbsolutePath().getParent())
                        .ifPresent(SocketFolder::prepare);
            }
        } catch (WireRefusal e) {
            return CompletableFuture.failedFuture(e);
        }
        return listen(wire, settings, address, Optional.empty());
    }

    /// Listens on a Unix socket in a new temporary folder, which goes when the broker is closed.
    ///
    /// @return the broker, or an exception whose message is a sentence that says what to do
    public static CompletableFuture<EmbeddedBroker> startPrivately(
            Wire wire, BrokerSettings settings) {
        try {
            var folder = SocketFolder.temporary();
            var address = new Address.UnixSocket(folder.resolve("broker.sock"));
            return listen(wire, settings, address, Optional.of(folder));
        } catch (WireRefusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// Where it listens.
    public Address address() {
        return address;
    }

    /// Opens sessions with it, over the wire it is on.
    public BusDialer dialer() {
        return new FrameBusDialer(wire, address);
    }

    /// For its statistics.
    public Broker broker() {
        return broker;
    }

    /// Says good-bye to everybody and removes the temporary folder. Not for the loop thread.
    @Override
    public void close() {
        broker.close();
        temporary.ifPresent(EmbeddedBroker::remove);
    }

    private static CompletableFuture<EmbeddedBroker> listen(
            Wire wire, BrokerSettings settings, Address wanted, Optional<Path> temporary) {
        var broker = Broker.on(wire, settings);
        return broker.start(wanted)
                .thenApply(places -> new EmbeddedBroker(broker, wire, places.getFirst(), temporary))
                .whenComplete(
                        (_, fault) -> {
                            if (fault != null) {
                                temporary.ifPresent(EmbeddedBroker::remove);
                            }
                        });
    }

    private static void remove(Path folder) {
        try {
            // The wire removes its socket, but perhaps only after this.
            Files.deleteIfExists(folder.resolve("broker.sock"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("the temporary folder {} stays behind", folder, e);
        }
    }
}
