package daemoneye.rpc.cli.link;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.call.resilience.ResilientCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.live.LiveFleetModel;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.bus.Welcome;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.wire.Wire;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A link over a wire of its own.
final class BrokerLink implements OpenLink {
    private final Wire wire;
    private final BusConnection connection;
    private final BusCaller single;
    private final ResilientCaller caller;
    private final Welcome welcome;
    private Optional<FleetModel> fleet = Optional.empty();

    BrokerLink(
            Wire wire,
            BusConnection connection,
            BodyCodec codec,
            Welcome welcome,
            RandomGenerator random) {
        this.wire = wire;
        this.connection = connection;
        this.welcome = welcome;
        single = new BusCaller(connection, codec, wire.ticker());
        caller = ResilientCaller.around(single, connection, wire.ticker(), random);
    }

    @Override
    public Welcome welcome() {
        return welcome;
    }

    @Override
    public String clientId() {
        return connection.identity().name();
    }

    @Override
    public RpcCaller caller() {
        return caller;
    }

    @Override
    public Resilience resilience() {
        return caller;
    }

    @Override
    public Runnable heartbeats(Consumer<HeartbeatData> listener) {
        return connection.subscribe(
                CollectorTopics.ALL_HEARTBEATS,
                SubscriptionKind.LISTEN,
                received -> {
                    if (received.body() instanceof HeartbeatData beat) {
                        listener.accept(beat);
                    }
                });
    }

    @Override
    public Runnable auditEvents(Consumer<CollectorEvent> listener) {
        return connection.subscribe(
                CollectorTopics.ALL_AUDIT,
                SubscriptionKind.LISTEN,
                received -> {
                    if (received.body() instanceof CollectorEvent event) {
                        listener.accept(event);
                    }
                });
    }

    @Override
    public synchronized FleetModel fleet() {
        if (fleet.isEmpty()) {
            fleet = Optional.of(LiveFleetModel.start(connection, single, wire.ticker()));
        }
        return fleet.get();
    }

    @Override
    public synchronized void close() {
        fleet.ifPresent(FleetModel::close);
        connection.close();
        wire.close();
    }
}
