package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Heap of one service instance: many of them, each on a connection of its own and with calls
/// behind it, and the slope of what they hold after a collection.
final class ServiceHeap {
    private static final int INSTANCES = 64;
    private static final int CALLS_EACH = 50;
    private static final int COLLECTIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private final Wire wire;
    private final Address broker;
    private final List<Connection> connections = new ArrayList<>();
    private final List<BusService> services = new ArrayList<>();

    ServiceHeap(Wire wire, Address broker) {
        this.wire = wire;
        this.broker = broker;
    }

    /// In MiB per instance, mean of many.
    double measure() {
        var caller = connect("design-caller", "cli");
        try {
            serve(caller, "design-warm-up");
            long before = used();
            for (int i = 0; i < INSTANCES; i++) {
                serve(caller, "design-" + i);
            }
            return (used() - before) / MEBIBYTE / INSTANCES;
        } finally {
            services.forEach(BusService::close);
            connections.forEach(Connection::close);
        }
    }

    static String how() {
        return "%d instances with a connection and %d calls behind each"
                .formatted(INSTANCES, CALLS_EACH);
    }

    private void serve(Connection caller, String name) {
        var id = new CollectorId(name);
        var service = BusService.on(connect(name, "collector"), name, wire.ticker());
        services.add(service);
        service.answer(
                TopicPattern.exactly(CollectorTopics.heartbeat(id)),
                SubscriptionKind.ANSWER,
                OperationTable.empty()
                        .with(CollectorOperation.HEALTH_CHECK, call -> Answer.done()));
        var calls = new BusCaller(caller, Connections.codec(), wire.ticker());
        int answered = 0;
        for (int i = 0; i < CALLS_EACH; i++) {
            var request = RpcRequest.healthCheck("design", id, PATIENCE, wire.ticker().now());
            if (calls.call(request).join() instanceof CallOutcome.Done) {
                answered++;
            }
        }
        if (answered == 0) {
            throw new IllegalStateException("the service " + name + " has answered nothing");
        }
    }

    private Connection connect(String name, String kind) {
        var identity = new ClientIdentity(name, kind, "bench", ProcessHandle.current().pid());
        var connection = Connections.over(wire, broker, identity, wire.ticker());
        connections.add(connection);
        connection.connected(PATIENCE).join();
        return connection;
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
