package daemoneye.rpc.client.faulty;

import daemoneye.rpc.broker.Broker;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.call.resilience.ResilienceEvent;
import daemoneye.rpc.client.call.resilience.ResilientCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.InMemoryWire;
import daemoneye.rpc.transport.wire.Wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A real broker, eight collectors and four consoles, with faulty links between them.
final class FaultyScene implements AutoCloseable {
    private static final Address BROKER = new Address.Memory("broker");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int COLLECTORS = 8;
    private static final int CONSOLES = 4;
    private static final int AT_ONCE = 8;

    final SystemTicker ticker = new SystemTicker("faulty-alarms");
    private final InMemoryNetwork network = new InMemoryNetwork();
    private final Wire brokerWire = new InMemoryWire(network, "broker-loop", ticker);
    private final Wire wire;
    private final Ledger ledger;
    private final List<Connection> connections = new ArrayList<>();
    private final List<CollectorId> collectors = new ArrayList<>();
    private final List<Console> consoles = new ArrayList<>();

    /// One that calls.
    private record Console(String name, Connection connection, ResilientCaller caller) {}

    FaultyScene(FaultPlan plan, Ledger ledger) throws Exception {
        this.ledger = ledger;
        wire = new FaultyWire(new InMemoryWire(network, "client-loop", ticker), plan);
        Broker.on(brokerWire, BrokerSettings.named("test-broker", "1"))
                .start(BROKER)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (int i = 0; i < COLLECTORS; i++) {
            addCollector(new CollectorId("collector-" + i));
        }
        for (int i = 0; i < CONSOLES; i++) {
            addConsole("console-" + i);
        }
        awaitAllConnected();
    }

    /// Makes calls until there are so many; blocks.
    void callOften(int calls, History history) throws InterruptedException {
        var left = new AtomicInteger(calls);
        var threads = new ArrayList<Thread>();
        for (var console : consoles) {
            for (int i = 0; i < AT_ONCE; i++) {
                var random = new Random(threads.size());
                threads.add(
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            while (left.getAndDecrement() > 0) {
                                                callOnce(console, random, history);
                                            }
                                        }));
            }
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void callOnce(Console console, Random random, History history) {
        console.connection().connected(PATIENCE).join();
        var request = request(console, random);
        history.add(request, console.caller().call(request).join());
    }

    private RpcRequest request(Console console, Random random) {
        var id = collectors.get(random.nextInt(COLLECTORS));
        return switch (random.nextInt(4)) {
            case 0 ->
                    RpcRequest.of(
                            console.name(),
                            CollectorTopics.task(id),
                            CollectorOperation.EXECUTE_TASK,
                            new TaskRequest(id, "scan-now", Map.of()),
                            LEAST,
                            ticker.now());
            case 1 -> lifecycle(console, CollectorOperation.RESUME, id);
            default -> lifecycle(console, CollectorOperation.PAUSE, id);
        };
    }

    private RpcRequest lifecycle(Console console, CollectorOperation operation, CollectorId id) {
        return RpcRequest.lifecycle(
                console.name(), operation, CollectorLifecycleRequest.of(id), LEAST, ticker.now());
    }

    /// Tells of what all callers do of their own accord; opened circuits are closed at once, so
    /// that the run goes on.
    void watch(Consumer<ResilienceEvent> listener) {
        for (var console : consoles) {
            console.caller()
                    .watch(
                            event -> {
                                listener.accept(event);
                                if (event instanceof ResilienceEvent.BreakerMoved(var change)) {
                                    var key = change.key();
                                    console.caller().reset(key.collector(), key.callClass());
                                }
                            });
        }
    }

    /// The calls of one console.
    Calls askingAs(String name) {
        var console =
                consoles.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new Calls(console.caller(), console.name(), ticker);
    }

    void awaitAllConnected() throws Exception {
        for (var connection : connections) {
            connection.connected(PATIENCE).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Answer execute(ServedRequest call) {
        call.progress("at work");
        if (!call.commit()) {
            return Answer.failed(RpcError.notExecuted(ErrorCode.CANCELLED, "it was cancelled"));
        }
        int times = ledger.execute(call.request().requestId());
        return Answer.done(new GenericPayload(Map.of("execution", ConfigValue.of(times))));
    }

    private void addCollector(CollectorId id) {
        var connection = connect(id.text(), "agent");
        var service = BusService.on(connection, id.text(), ticker);
        for (var topic : List.of(CollectorTopics.lifecycle(id), CollectorTopics.task(id))) {
            service.answer(TopicPattern.exactly(topic), SubscriptionKind.ANSWER, this::execute);
        }
        collectors.add(id);
    }

    private void addConsole(String name) {
        var connection = connect(name, "console");
        var random = new Random(name.hashCode());
        var caller =
                ResilientCaller.around(
                        BusCaller.on(connection, ticker), connection, ticker, random);
        consoles.add(new Console(name, connection, caller));
    }

    private Connection connect(String name, String kind) {
        var identity = new ClientIdentity(name, kind, "1", 1);
        var connection = Connections.over(wire, BROKER, identity, ticker);
        connections.add(connection);
        return connection;
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        wire.close();
        brokerWire.close();
        ticker.close();
    }
}
