package daemoneye.rpc.client.connection;

import daemoneye.rpc.client.connection.ConnectionState.Closed;
import daemoneye.rpc.client.connection.ConnectionState.Connected;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.codec.BodyCodec;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A [Connection] over sessions that a [BusDialer] opens, one after another.
///
/// Listeners are called on the wire's loop, or on the ticker's thread for what a wait ended with; a
/// listener that is added hears the present state on the adding thread.
public final class BusConnection implements Connection {
    private final ClientIdentity identity;
    private final BodyCodec codec;
    private final Ticker ticker;
    private final SerialTasks tasks = new SerialTasks();
    private final StateBoard board = new StateBoard(tasks, new Reconnecting(0, Duration.ZERO, ""));
    private final StandingSubscriptions subscriptions = new StandingSubscriptions(tasks);
    private final BodyReader bodies;
    private final LinkKeeper link;
    private final AtomicReference<Runnable> release;

    private BusConnection(
            BusDialer dialer,
            ClientIdentity identity,
            BodyCodec codec,
            Ticker ticker,
            RandomGenerator random,
            Runnable release) {
        this.release = new AtomicReference<>(release);
        this.identity = identity;
        this.codec = codec;
        this.ticker = ticker;
        this.bodies = new BodyReader(codec, identity.name(), ticker);
        var backoff = new Backoff(random);
        this.link = new LinkKeeper(dialer, identity, ticker, backoff, tasks, board, subscriptions);
    }

    /// Begins to connect, at once and for as long as it takes.
    ///
    /// @param random spreads the tries of many clients
    public static BusConnection open(
            BusDialer dialer,
            ClientIdentity identity,
            BodyCodec codec,
            Ticker ticker,
            RandomGenerator random) {
        return open(dialer, identity, codec, ticker, random, () -> {});
    }

    /// @param release runs once, after the connection has been closed, on the closing thread
    static BusConnection open(
            BusDialer dialer,
            ClientIdentity identity,
            BodyCodec codec,
            Ticker ticker,
            RandomGenerator random,
            Runnable release) {
        var connection = new BusConnection(dialer, identity, codec, ticker, random, release);
        connection.tasks.run(connection.link::dial);
        return connection;
    }

    @Override
    public ClientIdentity identity() {
        return identity;
    }

    @Override
    public ConnectionState state() {
        return board.state();
    }

    /// Messages that arrived and could not be read.
    public long unreadableBodies() {
        return bodies.unreadable();
    }

    @Override
    public Runnable watch(Consumer<ConnectionState> listener) {
        return board.watch(listener);
    }

    @Override
    public CompletableFuture<Connected> connected(Duration patience) {
        var waiting = new CompletableFuture<Connected>();
        var unwatch = watch(state -> settle(waiting, state));
        var alarm = ticker.after(patience, () -> giveUp(waiting, patience));
        return waiting.whenComplete(
                (_, _) -> {
                    alarm.cancel();
                    unwatch.run();
                });
    }

    @Override
    public Runnable subscribe(
            TopicPattern pattern, SubscriptionKind kind, Consumer<Received> listener) {
        var one = new StandingSubscription(pattern, kind, listener, bodies);
        tasks.run(() -> subscriptions.add(one, link.session()));
        return () -> {
            one.mute();
            tasks.run(() -> subscriptions.remove(one));
        };
    }

    @Override
    public boolean publish(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body) {
        var bus = link.usable();
        bus.ifPresent(open -> open.publish(envelope(topic, type, correlation, body)));
        return bus.isPresent();
    }

    @Override
    public Exchange request(
            Topic topic,
            CorrelationMetadata correlation,
            MessageBody body,
            Duration remaining,
            boolean everyone,
            ReplyListener replies) {
        var bus = link.usable();
        if (bus.isEmpty()) {
            replies.onEnd(ExchangeEnd.NOT_SENT);
            return () -> {};
        }
        var message = envelope(topic, MessageType.CONTROL, correlation, body);
        return bus.get().request(message, remaining, everyone, replies);
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        return link.usable()
                .map(bus -> bus.ping())
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new BusRefusal(
                                                "not_connected",
                                                "There is no link to the broker at the moment.")));
    }

    @Override
    public void close() {
        tasks.run(() -> link.close("closed by " + identity.name()));
        release.getAndSet(() -> {}).run();
    }

    private Envelope envelope(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body) {
        return Envelope.outgoing(topic, correlation, type, ticker.now(), codec.encode(body));
    }

    private static void settle(CompletableFuture<Connected> waiting, ConnectionState state) {
        switch (state) {
            case Connected connected -> waiting.complete(connected);
            case Closed closed ->
                    waiting.completeExceptionally(new BusRefusal("closed", closed.reason()));
            case Reconnecting _ -> {}
        }
    }

    private void giveUp(CompletableFuture<Connected> waiting, Duration patience) {
        var fault =
                state() instanceof Reconnecting(_, _, var last) && !last.isEmpty()
                        ? last
                        : "no link to the broker within " + patience.toMillis() + " ms";
        waiting.completeExceptionally(new BusRefusal("unreachable", fault));
    }
}
