package daemoneye.rpc.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.Broker;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.Wire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A real broker that can be killed and started again, and clients on a loop of their own.
final class LiveBroker implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final SystemTicker ticker = new SystemTicker("test-alarms");
    private final InMemoryNetwork network = new InMemoryNetwork();
    private final List<Connection> connections = new ArrayList<>();
    private final WireKind kind;
    private final Wire clientWire;
    private final Address address;
    private Wire brokerWire;

    LiveBroker(WireKind kind, Path directory) throws Exception {
        this.kind = kind;
        clientWire = kind.newWire(network, "client-loop", ticker);
        address = kind.address(directory);
        brokerWire = start();
    }

    Address address() {
        return address;
    }

    /// All its links break without a word.
    void kill() {
        brokerWire.close();
    }

    /// A new one, that knows nothing of the old one.
    void startAgain() throws Exception {
        brokerWire = start();
    }

    /// A client that is connected.
    Client client(String name) throws Exception {
        return client(name, "agent", Admission.USUAL);
    }

    Client client(String name, String clientKind, Admission admission) throws Exception {
        var identity = new ClientIdentity(name, clientKind, "1", 1);
        var dialer = new FrameBusDialer(clientWire, address, admission);
        var connection = Connections.over(dialer, identity, ticker);
        connections.add(connection);
        var client = new Client(connection);
        client.awaitConnected();
        return client;
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        clientWire.close();
        brokerWire.close();
        ticker.close();
    }

    private Wire start() throws Exception {
        var wire = kind.newWire(network, "broker-loop", ticker);
        var broker = Broker.on(wire, BrokerSettings.named("test-broker", "1"));
        var places = broker.start(address).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(places).containsExactly(address);
        return wire;
    }

    /// One process, as the broker sees it.
    final class Client {
        final Connection connection;
        final BusCaller caller;
        final BusService service;

        private Client(Connection connection) {
            this.connection = connection;
            caller = BusCaller.on(connection, ticker);
            service = BusService.on(connection, connection.identity().name(), ticker);
        }

        void awaitConnected() throws Exception {
            connection.connected(PATIENCE).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        void awaitLost() throws Exception {
            var lost = new CompletableFuture<Reconnecting>();
            var unwatch =
                    connection.watch(
                            state -> {
                                if (state instanceof Reconnecting reconnecting) {
                                    lost.complete(reconnecting);
                                }
                            });
            lost.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            unwatch.run();
        }

        /// Waits until the broker has every subscription made so far: it takes the frames of one
        /// session in their order, so an answered ping means that it took what went before.
        void awaitInPlace() throws Exception {
            connection.ping().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
