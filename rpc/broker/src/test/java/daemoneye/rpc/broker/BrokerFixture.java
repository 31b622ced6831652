package daemoneye.rpc.broker;

import daemoneye.rpc.broker.access.TokenBook;
import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.BrokerStatistics;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.DeliveryListener;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.bus.Subscription;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A broker on its own loop, and any number of clients on another, over one kind of wire.
final class BrokerFixture implements AutoCloseable {
    static final Duration PLENTY = Duration.ofSeconds(20);

    final SystemTicker ticker = new SystemTicker("test-alarms");
    final Wire brokerWire;
    final Wire clientWire;
    final Broker broker;
    final Address address;
    private final Path directory;

    private BrokerFixture(WireKind kind, SessionLimits limits, TokenBook tokens) throws Exception {
        var network = new InMemoryNetwork();
        directory = Files.createTempDirectory("bus");
        brokerWire = kind.newWire(network, "broker-loop", ticker);
        clientWire = kind.newWire(network, "client-loop", ticker);
        var settings =
                BrokerSettings.named("test-broker", "1.2.3").withLimits(limits).withTokens(tokens);
        broker = Broker.on(brokerWire, settings);
        address = Await.result(broker.start(kind.address(directory))).getFirst();
    }

    static BrokerFixture over(WireKind kind) throws Exception {
        return over(kind, SessionLimits.DEFAULT);
    }

    static BrokerFixture over(WireKind kind, SessionLimits limits) throws Exception {
        return new BrokerFixture(kind, limits, TokenBook.empty());
    }

    static BrokerFixture over(WireKind kind, TokenBook tokens) throws Exception {
        return new BrokerFixture(kind, SessionLimits.DEFAULT, tokens);
    }

    Bus dial(String name) throws Exception {
        var identity = new ClientIdentity(name, "agent", "1", 42);
        return Await.result(new FrameBusDialer(clientWire, address).dial(identity));
    }

    Bus dial(String name, String kind, Admission admission) throws Exception {
        var identity = new ClientIdentity(name, kind, "1", 42);
        return Await.result(new FrameBusDialer(clientWire, address, admission).dial(identity));
    }

    BrokerStatistics statistics() {
        return broker.statistics();
    }

    void awaitDropped(DropCause cause, long count) {
        Await.until(
                "%d dropped for %s, not %s".formatted(count, cause, statistics().dropped()),
                () -> statistics().dropped(cause) == count);
    }

    static Subscription subscribe(
            Bus bus, String pattern, SubscriptionKind kind, DeliveryListener listener)
            throws Exception {
        return Await.result(bus.subscribe(new TopicPattern(pattern), kind, listener));
    }

    /// Listens, and keeps what comes.
    static BlockingQueue<Delivery> listen(Bus bus, String pattern) throws Exception {
        var received = new LinkedBlockingQueue<Delivery>();
        subscribe(bus, pattern, SubscriptionKind.LISTEN, received::add);
        return received;
    }

    /// Answers requests, and keeps them until the test replies.
    static BlockingQueue<Delivery> answer(Bus bus, String pattern) throws Exception {
        var received = new LinkedBlockingQueue<Delivery>();
        subscribe(bus, pattern, SubscriptionKind.ANSWER, received::add);
        return received;
    }

    static Envelope message(MessageType type, String topic, String text) {
        return Envelope.outgoing(
                new Topic(topic), CorrelationMetadata.of("c-1"), type, Instant.EPOCH, bytes(text));
    }

    static Envelope event(String topic, String text) {
        return message(MessageType.EVENT, topic, text);
    }

    static Envelope control(String topic, String text) {
        return message(MessageType.CONTROL, topic, text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Delivery delivery) {
        return new String(delivery.message().payload(), StandardCharsets.UTF_8);
    }

    /// Replies to a request that came.
    static void reply(Delivery request, String text, boolean more) {
        request.replyRoute().orElseThrow().reply(bytes(text), more);
    }

    @Override
    public void close() throws IOException {
        broker.close();
        clientWire.close();
        brokerWire.close();
        ticker.close();
        try (var left = Files.list(directory)) {
            for (var each : left.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(directory);
    }
}
