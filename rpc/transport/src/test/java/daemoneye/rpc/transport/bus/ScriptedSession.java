package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.ScriptedLink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// A session whose broker is played by the test, on one thread.
final class ScriptedSession implements ReplyListener {
    final FakeTicker ticker = new FakeTicker();
    final ScriptedLink link = new ScriptedLink();
    final List<String> told = new ArrayList<>();
    final FrameBus bus;

    ScriptedSession() {
        this(Runnable::run);
    }

    ScriptedSession(Executor loop) {
        bus = new FrameBus(link, new Welcome("desk", "2.0", 1, 9, 1 << 20, 3), loop, ticker);
    }

    /// The broker says something.
    void receive(FrameHeader header, byte[] body) {
        bus.onFrame(new Frame(header, body));
        bus.onReadComplete();
    }

    void receive(FrameHeader header) {
        receive(header, new byte[0]);
    }

    void receiveAnswer(long request, int responder, int responders, int flags, String text) {
        receive(
                new FrameHeader(FrameType.ANSWER, flags, request, responders, responder, 0),
                text.getBytes(StandardCharsets.UTF_8));
    }

    void receiveRefusal(long request, int responder, int responders, String code) {
        receive(
                new FrameHeader(FrameType.REFUSED, 0, request, responders, responder, 0),
                new RefusalBody(code, "because").toBytes());
    }

    /// Subscribes, and lets the broker grant it as this route.
    Subscription subscribed(String pattern, int route, DeliveryListener to) {
        var subscription = bus.subscribe(new TopicPattern(pattern), SubscriptionKind.LISTEN, to);
        long request = link.last().header().request();
        receive(new FrameHeader(FrameType.SUBSCRIBED, 0, request, route, 0, 0));
        return subscription.join();
    }

    void receiveMessage(FrameType type, int route, int reply, int remainingMs, String topic) {
        var plain = EnvelopeBody.write(message(MessageType.EVENT, topic));
        var stamp = EnvelopeBody.stamp("procmond#4");
        var body = new byte[stamp.length + plain.length];
        System.arraycopy(stamp, 0, body, 0, stamp.length);
        System.arraycopy(plain, 0, body, stamp.length, plain.length);
        receive(new FrameHeader(type, 0, 0, route, reply, remainingMs), body);
    }

    Exchange request(long millis) {
        return bus.request(
                message(MessageType.CONTROL, "control.collector.procmond"),
                Duration.ofMillis(millis),
                false,
                this);
    }

    void advance(long millis) {
        ticker.advance(Duration.ofMillis(millis));
    }

    static Envelope message(MessageType type, String topic) {
        return Envelope.outgoing(
                new Topic(topic), CorrelationMetadata.of("c-1"), type, Instant.EPOCH, new byte[3]);
    }

    @Override
    public void onReply(byte[] payload, int responder, int responders, boolean more) {
        told.add(
                "%s from %d of %d%s"
                        .formatted(
                                new String(payload, StandardCharsets.UTF_8),
                                responder,
                                responders,
                                more ? " …" : ""));
    }

    @Override
    public void onEnd(ExchangeEnd end) {
        told.add(end.name());
    }
}
