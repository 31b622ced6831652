package daemoneye.rpc.client.faulty;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Origin;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A client's link whose requests and answers meet faults, in both directions. Everything else
/// passes: a link that cannot even be set up proves nothing.
final class FaultyLink implements Link, LinkListener {
    private static final Set<FrameType> MAY_BE_HIT =
            Set.of(FrameType.REQUEST, FrameType.SERVE, FrameType.REPLY, FrameType.ANSWER);

    private final LinkListener listener;
    private final FaultPlan plan;
    private final Ticker loopTicker;
    private final CompletableFuture<Link> wire = new CompletableFuture<>();
    private volatile boolean closed;

    FaultyLink(LinkListener listener, FaultPlan plan, Ticker loopTicker) {
        this.listener = listener;
        this.plan = plan;
        this.loopTicker = loopTicker;
    }

    FaultyLink over(Link link) {
        wire.complete(link);
        return this;
    }

    @Override
    public void send(Frame frame) {
        switch (faultOf(frame)) {
            case NONE -> wire().send(frame);
            case DROP -> {}
            case DUPLICATE -> {
                wire().send(frame);
                wire().send(frame);
            }
            case REPLAY -> {
                wire().send(frame);
                later(() -> sendAndFlush(frame));
            }
            case DELAY -> later(() -> sendAndFlush(frame));
            case RESET_BEFORE -> reset();
            case RESET_AFTER -> {
                wire().send(frame);
                reset();
            }
        }
    }

    @Override
    public void onFrame(Link link, Frame frame) {
        over(link);
        switch (faultOf(frame)) {
            case NONE -> listener.onFrame(this, frame);
            case DROP -> {}
            case DUPLICATE -> {
                listener.onFrame(this, frame);
                listener.onFrame(this, frame);
            }
            case REPLAY -> {
                listener.onFrame(this, frame);
                later(() -> arrive(frame));
            }
            case DELAY -> later(() -> arrive(frame));
            case RESET_BEFORE -> reset();
            case RESET_AFTER -> {
                listener.onFrame(this, frame);
                reset();
            }
        }
    }

    /// A request that was sent must not come to the broker once more later on: no wire does that,
    /// and the broker, which passes on what comes, is not the place to notice.
    private Fault faultOf(Frame frame) {
        var type = frame.header().type();
        if (!MAY_BE_HIT.contains(type)) {
            return Fault.NONE;
        }
        var fault = plan.next();
        return fault == Fault.REPLAY && type == FrameType.REQUEST ? Fault.DUPLICATE : fault;
    }

    private void later(Runnable task) {
        var _ =
                loopTicker.after(
                        plan.delay(),
                        () -> {
                            if (!closed) {
                                task.run();
                            }
                        });
    }

    private void sendAndFlush(Frame frame) {
        wire().send(frame);
        wire().flush();
    }

    private void arrive(Frame frame) {
        listener.onFrame(this, frame);
        listener.onReadComplete(this);
    }

    private void reset() {
        wire().close(CloseReason.broken("reset", "The test broke the link."));
    }

    private Link wire() {
        return wire.join();
    }

    @Override
    public void onReadComplete(Link link) {
        if (!closed) {
            listener.onReadComplete(this);
        }
    }

    @Override
    public void onWritable(Link link) {
        listener.onWritable(this);
    }

    @Override
    public void onMalformed(Link link, MalformedFrame why) {
        listener.onMalformed(this, why);
    }

    @Override
    public void onClosed(Link link, CloseReason reason) {
        closed = true;
        listener.onClosed(this, reason);
    }

    @Override
    public void flush() {
        wire().flush();
    }

    @Override
    public boolean writable() {
        return wire().writable();
    }

    @Override
    public long pendingBytes() {
        return wire().pendingBytes();
    }

    @Override
    public void read(boolean wanted) {
        wire().read(wanted);
    }

    @Override
    public void close(CloseReason reason) {
        wire().close(reason);
    }

    @Override
    public String peer() {
        return wire().peer();
    }

    @Override
    public Origin origin() {
        return wire().origin();
    }
}
