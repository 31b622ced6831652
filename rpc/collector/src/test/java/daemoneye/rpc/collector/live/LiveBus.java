package daemoneye.rpc.collector.live;

import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.EmbeddedBroker;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A real broker on a Unix socket, an agent that accepts every collector, and a console that asks.
final class LiveBus implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    final BlockingQueue<RegistrationRequest> registrations = new LinkedBlockingQueue<>();
    final BlockingQueue<DeregistrationRequest> farewells = new LinkedBlockingQueue<>();
    final BlockingQueue<HeartbeatData> beats = new LinkedBlockingQueue<>();
    final BlockingQueue<CollectorEvent> events = new LinkedBlockingQueue<>();

    private final Wire wire = NettyWire.open("test-wire");
    private final KryoBodyCodec codec = new KryoBodyCodec();
    private final Path folder;
    private final Address address;
    private EmbeddedBroker broker;
    private final BusConnection connection;
    private final BusService agent;
    private final BusCaller caller;

    LiveBus() throws Exception {
        folder = Files.createTempDirectory("daemoneye-test-");
        address = new Address.UnixSocket(folder.resolve("broker.sock"));
        broker = startBroker();
        var identity = new ClientIdentity("agent-1", "agent", "1", 1);
        connection =
                BusConnection.open(broker.dialer(), identity, codec, wire.ticker(), new Random(1));
        agent = BusService.on(connection, codec, "agent-1", wire.ticker());
        caller = new BusCaller(connection, codec, wire.ticker());
        agent.answer(
                TopicPattern.exactly(CollectorTopics.LIFECYCLE_BROADCAST),
                SubscriptionKind.ANSWER,
                OperationTable.empty()
                        .with(CollectorOperation.REGISTER, call -> register(call.request()))
                        .with(CollectorOperation.DEREGISTER, call -> deregister(call.request())));
        listen("control.health.heartbeat.+");
        listen("events.#");
        connection.connected(Duration.ofSeconds(PATIENCE_SECONDS)).join();
    }

    private void listen(String pattern) {
        connection.subscribe(
                new TopicPattern(pattern), SubscriptionKind.LISTEN, got -> keep(got.body()));
    }

    private void keep(MessageBody body) {
        if (body instanceof HeartbeatData beat) {
            beats.add(beat);
        } else if (body instanceof CollectorEvent event) {
            events.add(event);
        }
    }

    private Answer register(RpcRequest request) {
        registrations.add((RegistrationRequest) request.payload());
        return Answer.done(
                new GenericPayload(
                        Map.of(
                                "accepted",
                                ConfigValue.of(true),
                                "agent_id",
                                ConfigValue.of("agent-1"),
                                "heartbeat_interval_ms",
                                ConfigValue.of(200))));
    }

    private Answer deregister(RpcRequest request) {
        farewells.add((DeregistrationRequest) request.payload());
        return Answer.done();
    }

    Address address() {
        return address;
    }

    Wire wire() {
        return wire;
    }

    /// The next of a kind, soon.
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Optional.ofNullable(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing came in time"));
    }

    /// The next beat of which `wanted` is true.
    HeartbeatData beat(Predicate<HeartbeatData> wanted) throws InterruptedException {
        while (true) {
            var beat = next(beats);
            if (wanted.test(beat)) {
                return beat;
            }
        }
    }

    Optional<RpcPayload> ask(Topic topic, CollectorOperation operation, RpcPayload payload) {
        return switch (outcome(topic, operation, payload, operation.timeout().standard())) {
            case CallOutcome.Done done -> done.response().payload();
            case CallOutcome.Failed failed -> throw new AssertionError(failed.error().message());
        };
    }

    /// Has a collector look at its machine once more.
    void scan(CollectorId id) {
        ask(
                CollectorTopics.task(id),
                CollectorOperation.EXECUTE_TASK,
                new TaskRequest(id, "scan-now", Map.of()));
    }

    CallOutcome tryHealth(CollectorId id, Duration timeout) {
        return outcome(
                CollectorTopics.heartbeat(id),
                CollectorOperation.HEALTH_CHECK,
                new EmptyPayload(),
                timeout);
    }

    private CallOutcome outcome(
            Topic topic, CollectorOperation operation, RpcPayload payload, Duration timeout) {
        var now = wire.ticker().now();
        return caller.call(RpcRequest.of("console", topic, operation, payload, timeout, now))
                .join();
    }

    /// All sessions end, and a broker that knows nothing of them listens at the same place.
    void startBrokerAnew() throws Exception {
        broker.close();
        broker = startBroker();
    }

    private EmbeddedBroker startBroker() throws Exception {
        return EmbeddedBroker.start(wire, BrokerSettings.named("test", "1"), address)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    HealthCheckData health(CollectorId id) {
        return (HealthCheckData)
                ask(
                                CollectorTopics.heartbeat(id),
                                CollectorOperation.HEALTH_CHECK,
                                new EmptyPayload())
                        .orElseThrow();
    }

    /// Bytes that the answer takes on the wire.
    static int encodedBytes(HealthCheckData health) {
        var response =
                new RpcResponse(
                        RequestId.random(),
                        health.collectorId().text(),
                        RpcStatus.SUCCESS,
                        Optional.of(health),
                        1,
                        1,
                        health.lastHeartbeat(),
                        Optional.empty());
        return new KryoBodyCodec().encode(response).length;
    }

    @Override
    public void close() throws IOException {
        connection.close();
        broker.close();
        wire.close();
        Files.deleteIfExists(folder.resolve("broker.sock"));
        Files.delete(folder);
    }
}
