package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameCodec;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.Origin;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The sending half of a socket's link; the receiving half is [FrameHandler].
final class NettyLink implements Link {
    static final WriteBufferWaterMark WATER_MARKS =
            new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES);

    /// What was sent before a close has this long to leave.
    private static final long LINGER_SECONDS = 2;

    /// A body up to this size is copied behind its header: cheaper than a buffer of its own.
    private static final int COPIED_BYTES = 4096;

    private final Channel channel;
    private final String peer;
    private final boolean accepted;
    private final Origin origin;
    private final FrameCodec codec = new FrameCodec();
    private final AtomicReference<Optional<CloseReason>> closing =
            new AtomicReference<>(Optional.empty());
    private volatile boolean wanted = true;

    /// @param accepted whether the peer connected to us
    NettyLink(Channel channel, String peer, boolean accepted, Origin origin) {
        this.channel = channel;
        this.peer = peer;
        this.accepted = accepted;
        this.origin = origin;
    }

    @Override
    public void send(Frame frame) {
        codec.checkOutgoing(frame);
        if (reasonOfClosing().isPresent()) {
            return;
        }
        if (accepted && frame.header().type() == FrameType.WELCOME) {
            codec.welcomed();
        }
        var _ = channel.write(encoded(frame), channel.voidPromise());
    }

    @Override
    public void flush() {
        if (reasonOfClosing().isEmpty()) {
            channel.flush();
        }
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public long pendingBytes() {
        var waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    @Override
    public void read(boolean newWanted) {
        wanted = newWanted;
        channel.config().setAutoRead(newWanted);
        if (newWanted && reasonOfClosing().isEmpty()) {
            channel.pipeline().fireUserEventTriggered(FrameHandler.Resume.READING);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (!closing.compareAndSet(Optional.empty(), Optional.of(reason))) {
            return;
        }
        if (channel.eventLoop().isShuttingDown()) {
            closeNow();
            return;
        }
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> closeNow());
        var forced = channel.eventLoop().schedule(this::closeNow, LINGER_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(_ -> forced.cancel(false));
    }

    /// Ends the socket, whatever has not left yet.
    void closeNow() {
        var _ = channel.close();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String peer() {
        return peer;
    }

    FrameCodec codec() {
        return codec;
    }

    /// A frame came in: the broker's WELCOME widens the limit of the side that connected.
    void received(FrameType type) {
        if (!accepted && type == FrameType.WELCOME) {
            codec.welcomed();
        }
    }

    boolean readWanted() {
        return wanted;
    }

    Optional<CloseReason> reasonOfClosing() {
        return closing.get();
    }

    /// The socket has ended: why, as its listener is to be told.
    CloseReason ended(CloseReason unlessWeClosed) {
        closing.compareAndSet(Optional.empty(), Optional.of(unlessWeClosed));
        return reasonOfClosing().orElse(unlessWeClosed);
    }

    private ByteBuf encoded(Frame frame) {
        boolean copied = frame.body().length <= COPIED_BYTES;
        int first = FrameHeader.BYTES + frame.stamp().length + (copied ? frame.body().length : 0);
        var buffer = channel.alloc().ioBuffer(first, first);
        var head = ByteBuffer.allocate(FrameHeader.BYTES);
        FrameCodec.putHeader(frame, head);
        buffer.writeBytes(head.array());
        if (frame.stamp().length > 0) {
            buffer.writeBytes(frame.stamp());
        }
        return copied
                ? buffer.writeBytes(frame.body())
                : Unpooled.wrappedBuffer(buffer, Unpooled.wrappedBuffer(frame.body()));
    }
}
