package daemoneye.rpc.broker;

import daemoneye.rpc.transport.auth.Admission;
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

    private static final String SOCKET = "broker.sock";

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

    /// Listens at one address.
    ///
    /// @return the broker, or an exception whose message is a sentence that says what to do
    public static CompletableFuture<EmbeddedBroker> start(
            Wire wire, BrokerSettings settings, Address address) {
        return listen(wire, settings, address, Optional.empty());
    }

    /// Listens on a Unix socket in a new temporary folder that only this user can enter, and that
    /// goes when the broker is closed.
    ///
    /// @return the broker, or an exception whose message is a sentence that says what to do
    public static CompletableFuture<EmbeddedBroker> startPrivately(
            Wire wire, BrokerSettings settings) {
        try {
            var folder = Files.createTempDirectory("daemoneye-");
            var address = new Address.UnixSocket(folder.resolve(SOCKET));
            return listen(wire, settings, address, Optional.of(folder));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new WireRefusal(
                            "No folder can be made for a socket: %s. Choose an address instead."
                                    .formatted(e.getMessage()),
                            e));
        }
    }

    /// Where it listens.
    public Address address() {
        return address;
    }

    /// Opens sessions with it, over the wire it is on.
    public BusDialer dialer() {
        return dialer(Admission.USUAL);
    }

    /// The same.
    ///
    /// @param admission what to be let in as
    public BusDialer dialer(Admission admission) {
        return new FrameBusDialer(wire, address, admission);
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
            Files.deleteIfExists(folder.resolve(SOCKET));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("the temporary folder {} stays behind", folder, e);
        }
    }
}
