package daemoneye.rpc.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameCodec;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a wire makes of peers that do not keep the rules, byte by byte.
class RawPeerTest {
    private static final int PATIENCE_SECONDS = 20;

    private final NettyWire wire = NettyWire.open("raw-peer");
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();
    private final CompletableFuture<Link> accepted = new CompletableFuture<>();
    private int port;

    private final class Recorder implements LinkListener {
        @Override
        public void onFrame(Link link, Frame frame) {
            frames.add(frame);
        }

        @Override
        public void onClosed(Link link, CloseReason reason) {
            ends.add(reason);
        }
    }

    @BeforeEach
    void listen() throws Exception {
        var listening =
                wire.listen(
                                new Address.Tcp("127.0.0.1", 0),
                                link -> {
                                    accepted.complete(link);
                                    return new Recorder();
                                })
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        port = ((Address.Tcp) listening.address()).port();
    }

    @AfterEach
    void close() {
        ByteBufUtil.setLeakListener(null);
        wire.close();
    }

    private Socket dial() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static byte[] frame(int bodyBytes) {
        var header = new FrameHeader(FrameType.PUBLISH, 0, bodyBytes, 0, 0, 0);
        return new FrameCodec().encode(new Frame(header, new byte[bodyBytes]));
    }

    private CloseReason end() throws InterruptedException {
        var end = ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(end).as("an end within %d s", PATIENCE_SECONDS).isNotNull();
        return end;
    }

    private Frame nextFrame() throws InterruptedException {
        var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within %d s", PATIENCE_SECONDS).isNotNull();
        return frame;
    }

    @Test
    void framesThatComeByteByByteAreWhole() throws Exception {
        try (var peer = dial()) {
            for (int bodyBytes : new int[] {0, 1, 40}) {
                for (byte each : frame(bodyBytes)) {
                    peer.getOutputStream().write(each);
                }
                assertThat(nextFrame().body()).hasSize(bodyBytes);
            }
        }
        assertThat(end()).isEqualTo(CloseReason.peerClosed());
    }

    @Test
    void framesThatComeInOnePieceAreCutApart() throws Exception {
        var pieces = ByteBuffer.allocate(100 * 1000);
        int count = 0;
        for (; pieces.remaining() > 200; count++) {
            pieces.put(frame(count % 150));
        }
        try (var peer = dial()) {
            peer.getOutputStream().write(pieces.array(), 0, pieces.position());
            for (int at = 0; at < count; at++) {
                assertThat(nextFrame().header().request()).isEqualTo(at % 150);
            }
        }
    }

    @Test
    void anEndWithinAFrameIsTold() throws Exception {
        try (var peer = dial()) {
            peer.getOutputStream().write(frame(10), 0, 30);
        }
        assertThat(end()).isEqualTo(CloseReason.cutOff());
        assertThat(frames).isEmpty();
    }

    @Test
    void aFrameThatIsTooLargeEndsTheLinkBeforeItsBodyCame() throws Exception {
        try (var peer = dial()) {
            peer.getOutputStream().write(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array());
            assertThat(end().code()).isEqualTo(MalformedFrame.TOO_LARGE);
            assertThat(peer.getInputStream().read()).as("end of stream").isEqualTo(-1);
        }
    }

    @Test
    void aFrameOfAnUnknownTypeEndsTheLinkAfterTheFramesBeforeIt() throws Exception {
        var odd = frame(3);
        odd[5] = 77;
        try (var peer = dial()) {
            peer.getOutputStream().write(frame(1));
            peer.getOutputStream().write(odd);
            assertThat(nextFrame().body()).hasSize(1);
            assertThat(end())
                    .isEqualTo(
                            CloseReason.broken(
                                    MalformedFrame.FRAME_TYPE,
                                    "The other side sent what is no frame: frame type 77 is not"
                                            + " known to protocol version 1"));
        }
        assertThat(frames).isEmpty();
    }

    @Test
    void randomBytesEndTheLinkAndNothingElse() throws Exception {
        var random = new Random(20260704);
        for (int round = 0; round < 200; round++) {
            var bytes = new byte[4 + random.nextInt(300)];
            random.nextBytes(bytes);
            try (var peer = dial()) {
                peer.getOutputStream().write(bytes);
                peer.shutdownOutput();
                assertThat(end().clean()).isFalse();
            }
        }
        try (var peer = dial()) {
            peer.getOutputStream().write(frame(5));
            assertThat(nextFrame().body()).hasSize(5);
        }
    }

    @Test
    void aPeerThatNeverReadsIsCutOffSoonAfterTheLinkCloses() throws Exception {
        try (var peer = dial()) {
            peer.getOutputStream().write(frame(1));
            nextFrame();
            var link = accepted.get();
            var header = FrameHeader.of(FrameType.DELIVER);
            while (link.writable()) {
                link.send(new Frame(header, new byte[4000]));
                link.flush();
            }
            link.close(CloseReason.broken("slow_consumer", "You read too slowly."));
            assertThat(end().code()).isEqualTo("slow_consumer");
        }
    }

    @Test
    void noBufferIsEverForgotten() throws Exception {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + "\n" + records));
        for (int round = 0; round < 20; round++) {
            sendAndEnd(frame(10), 30);
            sendAndEnd(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array(), 4);
            sendAndEnd(frame(100), 128);
            nextFrame();
        }
        collectLeaks();
        assertThat(leaks).isEmpty();
    }

    @Test
    void aForgottenBufferWouldBeNoticed() {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + "\n" + records));
        forgetBuffers();
        collectLeaks();
        assertThat(leaks).isNotEmpty();
    }

    private void sendAndEnd(byte[] bytes, int count) throws Exception {
        try (var peer = dial()) {
            peer.getOutputStream().write(bytes, 0, count);
            peer.shutdownOutput();
            end();
        }
    }

    private static void forgetBuffers() {
        for (int at = 0; at < 100; at++) {
            PooledByteBufAllocator.DEFAULT.buffer(64).writeLong(at);
        }
    }

    /// The detector looks for forgotten buffers when the next one is made.
    private static void collectLeaks() {
        for (int round = 0; round < 5; round++) {
            System.gc();
            for (int at = 0; at < 50; at++) {
                PooledByteBufAllocator.DEFAULT.buffer(64).release();
            }
        }
    }
}
