package daemoneye.rpc.broker;

import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.PatternBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A client that says whatever the test wants, and reads only when told to.
final class RawClient implements LinkListener {
    final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    final Link link;

    RawClient(BrokerFixture fixture) throws Exception {
        link = Await.result(fixture.clientWire.connect(fixture.address, this));
    }

    /// One that is welcome.
    static RawClient welcomed(BrokerFixture fixture, String name) throws Exception {
        var client = new RawClient(fixture);
        client.hello(1, 1, name);
        client.next(FrameType.WELCOME);
        return client;
    }

    void hello(int minVersion, int maxVersion, String name) {
        var hello = new HelloBody(minVersion, maxVersion, name, "agent", "1", 1);
        send(FrameHeader.of(FrameType.HELLO), hello.toBytes());
    }

    void send(FrameHeader header, byte[] body) {
        link.send(new Frame(header, body));
        link.flush();
    }

    void listen(String pattern) throws Exception {
        var header =
                new FrameHeader(FrameType.SUBSCRIBE, Flags.LISTEN << Flags.KIND_SHIFT, 1, 0, 0, 0);
        send(header, PatternBody.write(pattern));
        next(FrameType.SUBSCRIBED);
    }

    /// Waits for a frame of this type; others are passed over.
    Frame next(FrameType type) throws Exception {
        for (var frame = Await.next(frames); ; frame = Await.next(frames)) {
            if (frame.header().type() == type) {
                return frame;
            }
        }
    }

    RefusalBody awaitBye() throws Exception {
        var bye = RefusalBody.read(next(FrameType.BYE).body());
        Await.result(closed);
        return bye;
    }

    static String topic(Frame delivery) throws Exception {
        return EnvelopeBody.readStamped(delivery.header().flags(), delivery.body()).topic().text();
    }

    static byte[] payload(Frame delivery) throws Exception {
        return EnvelopeBody.readStamped(delivery.header().flags(), delivery.body()).payload();
    }

    @Override
    public void onFrame(Link from, Frame frame) {
        frames.add(frame);
    }

    @Override
    public void onClosed(Link from, CloseReason reason) {
        closed.complete(reason);
    }
}
