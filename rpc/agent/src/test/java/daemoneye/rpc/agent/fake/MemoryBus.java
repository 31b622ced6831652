package daemoneye.rpc.agent.fake;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.Broker;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.InMemoryWire;
import daemoneye.rpc.transport.wire.Wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A real broker in memory, and clients of it.
public final class MemoryBus implements AutoCloseable {
    public static final Address ADDRESS = new Address.Memory("broker");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final SystemTicker ticker = new SystemTicker("test-alarms");
    private final InMemoryNetwork network = new InMemoryNetwork();
    private final KryoBodyCodec codec = new KryoBodyCodec();
    private final Wire brokerWire = new InMemoryWire(network, "broker-loop", ticker);
    private final Wire clientWire = new InMemoryWire(network, "client-loop", ticker);
    private final List<Connection> connections = new ArrayList<>();

    /// One process, as the broker sees it.
    public record Client(Connection connection, BusCaller caller, BusService service) {
        /// Waits until the broker has every subscription made so far.
        public void awaitInPlace() throws Exception {
            connection.ping().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    public MemoryBus() throws Exception {
        Broker.on(brokerWire, BrokerSettings.named("test-broker", "1"))
                .start(ADDRESS)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// A client that is connected.
    public Client client(String name, String kind) throws Exception {
        var connection =
                BusConnection.open(
                        new FrameBusDialer(clientWire, ADDRESS),
                        new ClientIdentity(name, kind, "1", 1),
                        codec,
                        ticker,
                        new Random(name.hashCode()));
        connections.add(connection);
        connection.connected(PATIENCE).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Client(
                connection,
                new BusCaller(connection, codec, ticker),
                BusService.on(connection, codec, name, ticker));
    }

    /// Waits for something that other threads bring about.
    public void await(String what, BooleanSupplier condition) {
        long began = ticker.nanos();
        while (!condition.getAsBoolean()) {
            assertThat(ticker.since(began)).as("waits until " + what).isLessThan(PATIENCE);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        clientWire.close();
        brokerWire.close();
        ticker.close();
    }
}
