package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameCodec;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.LinkListener;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.handler.codec.ByteToMessageDecoder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/// The receiving half of a socket's link: cuts the stream into frames and tells the listener. Bytes
/// of a frame that is not whole yet, and frames that nobody wants yet, wait in one buffer; what
/// bounds it is the frame limit and one read.
final class FrameHandler extends ChannelInboundHandlerAdapter {
    /// Fired through the pipeline when reading is wanted again.
    enum Resume {
        READING
    }

    private static final long LAST_WORDS_SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);

    private final NettyLink link;
    private final LinkListener listener;
    private final Runnable readComplete;
    private final ByteBuffer head = ByteBuffer.allocate(FrameHeader.BYTES);
    private ByteBuf waiting = Unpooled.EMPTY_BUFFER;
    private CloseReason ifItEnds = CloseReason.peerClosed();
    private boolean toldSinceRead;

    FrameHandler(NettyLink link, LinkListener listener) {
        this.link = link;
        this.listener = listener;
        this.readComplete = () -> listener.onReadComplete(link);
    }

    NettyLink link() {
        return link;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        if (isClosing()) {
            bytes.release();
            return;
        }
        waiting = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), waiting, bytes);
        tellFrames(false);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (toldSinceRead && !isClosing()) {
            toldSinceRead = false;
            tell(readComplete);
        }
        context.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable() && !isClosing()) {
            tell(() -> listener.onWritable(link));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Resume.READING && !isClosing()) {
            tellFrames(false);
            channelReadComplete(context);
        } else if (event instanceof ChannelOutputShutdownEvent) {
            // The peer takes no more; what it said last may still be unread.
            context.channel().config().setAutoRead(true);
            var _ =
                    context.executor()
                            .schedule(link::closeNow, LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!isClosing()) {
            tellFrames(true);
        }
        var reason = link.ended(waiting.isReadable() ? CloseReason.cutOff() : ifItEnds);
        drop();
        tell(() -> listener.onClosed(link, reason));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof ClosedChannelException) {
            return;
        }
        if (cause instanceof ChannelOutputShutdownException) {
            ifItEnds = CloseReason.broken("reset", "The other side closed the link abruptly.");
            return;
        }
        if (cause instanceof IOException) {
            ifItEnds = CloseReason.broken("reset", "The link broke: " + cause.getMessage() + ".");
            return;
        }
        LOG.error("the link with {} failed", link.peer(), cause);
        link.close(CloseReason.internal());
    }

    private void tellFrames(boolean thoughUnwanted) {
        try {
            while (!isClosing() && (thoughUnwanted || link.readWanted()) && hasWholeFrame()) {
                var frame = nextFrame();
                link.received(frame.header().type());
                toldSinceRead = true;
                tell(frame);
            }
        } catch (MalformedFrame e) {
            tell(() -> listener.onMalformed(link, e));
            link.close(CloseReason.malformed(e));
        }
        if (isClosing() || !waiting.isReadable()) {
            drop();
        }
    }

    private boolean hasWholeFrame() throws MalformedFrame {
        return waiting.readableBytes() >= FrameCodec.LENGTH_BYTES
                && waiting.readableBytes()
                        >= link.codec().frameBytes(waiting.getInt(waiting.readerIndex()));
    }

    private Frame nextFrame() throws MalformedFrame {
        waiting.readBytes(head.array());
        head.clear();
        int length = head.getInt() + FrameCodec.LENGTH_BYTES;
        var header = FrameCodec.takeHeader(head);
        var body = new byte[length - FrameHeader.BYTES];
        waiting.readBytes(body);
        return new Frame(header, body);
    }

    private void tell(Frame frame) {
        try {
            listener.onFrame(link, frame);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    // The top of the loop for this link: a listener's mistake ends its link and no other.
    private void failed(RuntimeException fault) {
        LOG.error("the listener of {} failed", link.peer(), fault);
        link.close(CloseReason.internal());
    }

    private boolean isClosing() {
        return link.reasonOfClosing().isPresent();
    }

    private void drop() {
        waiting.release();
        waiting = Unpooled.EMPTY_BUFFER;
    }
}
