package daemoneye.rpc.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// What every wire promises about frames, whatever it is made of; [WireContractTest] has the rest.
abstract class WireFrameContractTest {
    private static final int MEBIBYTE = FrameHeader.MAX_FRAME_BYTES;

    static final String ON_PURPOSE = "thrown by the test, on purpose";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    protected Wire near;
    protected Wire far;
    protected Wire.Listening listening;
    protected RecordingListener farEnd = new RecordingListener();

    /// A fresh wire; two of them reach each other.
    protected abstract Wire newWire();

    /// Where to listen.
    protected abstract Address listenAddress() throws Exception;

    /// Of the right kind, with nobody there.
    protected abstract Address nobodysAddress() throws Exception;

    @BeforeEach
    void watchLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void nothingWasWarnedOf() {
        near.close();
        far.close();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .filteredOn(event -> !isOnPurpose(event.getThrowableProxy()))
                .isEmpty();
    }

    private static boolean isOnPurpose(IThrowableProxy thrown) {
        return thrown != null && ON_PURPOSE.equals(thrown.getMessage());
    }

    @BeforeEach
    void listen() throws Exception {
        near = newWire();
        far = newWire();
        listening = await(far.listen(listenAddress(), this::accepted));
    }

    LinkListener accepted(Link link) {
        farEnd.link.complete(link);
        return farEnd;
    }

    protected static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(RecordingListener.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    protected static Frame numbered(long number, int bodyBytes) {
        var header = new FrameHeader(FrameType.PUBLISH, 0, number, 0, 0, 0);
        return new Frame(header, new byte[bodyBytes]);
    }

    protected Link connect(RecordingListener nearEnd) throws Exception {
        var link = await(near.connect(listening.address(), nearEnd));
        await(farEnd.link);
        return link;
    }

    /// Connects and lets large frames pass.
    Link connectWelcome(RecordingListener nearEnd) throws Exception {
        var link = connect(nearEnd);
        var other = await(farEnd.link);
        other.send(new Frame(FrameHeader.of(FrameType.WELCOME)));
        other.flush();
        assertThat(nearEnd.nextFrame().header().type()).isEqualTo(FrameType.WELCOME);
        return link;
    }

    @Test
    void framesArriveInOrderInBothDirections() throws Exception {
        farEnd = new RecordingListener((link, frame) -> link.send(frame));
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        for (int number = 0; number < 50; number++) {
            link.send(numbered(number, number));
        }
        link.flush();
        var numbers = LongStream.range(0, 50).boxed().toList();
        assertThat(farEnd.nextFrames(50))
                .extracting(each -> each.header().request())
                .isEqualTo(numbers);
        assertThat(nearEnd.nextFrames(50))
                .as("answers that are flushed when the read is complete")
                .extracting(each -> each.header().request())
                .isEqualTo(numbers);
    }

    @Test
    void aFrameArrivesAsItLeft() throws Exception {
        var link = connect(new RecordingListener());
        var header = new FrameHeader(FrameType.SERVE, 0x15, -1, 7, 8, 9);
        link.send(new Frame(header, new byte[] {1}, new byte[] {2, 3}));
        link.flush();
        var frame = farEnd.nextFrame();
        assertThat(frame.header()).isEqualTo(header);
        assertThat(frame.stamp()).isEmpty();
        assertThat(frame.body()).containsExactly(1, 2, 3);
    }

    @Test
    void tenThousandFramesArriveWithoutLoss() throws Exception {
        var link = connect(new RecordingListener());
        for (int number = 0; number < 10_000; number++) {
            link.send(numbered(number, 300));
            if (number % 7 == 0) {
                link.flush();
            }
        }
        link.flush();
        assertThat(farEnd.nextFrames(10_000))
                .extracting(each -> each.header().request())
                .isEqualTo(LongStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void oneMebibytePassesAfterTheWelcomeAndOneByteMoreIsRefused() throws Exception {
        var nearEnd = new RecordingListener();
        var link = connectWelcome(nearEnd);
        link.send(numbered(1, MEBIBYTE - FrameHeader.BYTES));
        link.flush();
        assertThat(farEnd.nextFrame().wireBytes()).isEqualTo(MEBIBYTE);
        var other = await(farEnd.link);
        other.send(numbered(2, MEBIBYTE - FrameHeader.BYTES));
        other.flush();
        assertThat(nearEnd.nextFrame().wireBytes()).isEqualTo(MEBIBYTE);
        assertThatThrownBy(() -> link.send(numbered(3, MEBIBYTE - FrameHeader.BYTES + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1048577 bytes is larger");
    }

    @Test
    void fourKibibytesAreTheLimitBeforeTheWelcome() throws Exception {
        var link = connect(new RecordingListener());
        link.send(numbered(1, 4096 - FrameHeader.BYTES));
        link.flush();
        assertThat(farEnd.nextFrame().wireBytes()).isEqualTo(4096);
        assertThatThrownBy(() -> link.send(numbered(2, 4096 - FrameHeader.BYTES + 1)))
                .hasMessageContaining("before the session is welcome");
    }

    @Test
    void aClientCannotWelcomeItself() throws Exception {
        var link = connect(new RecordingListener());
        link.send(new Frame(FrameHeader.of(FrameType.WELCOME)));
        link.flush();
        farEnd.nextFrame();
        var other = await(farEnd.link);
        assertThatThrownBy(() -> other.send(numbered(1, 4096))).hasMessageContaining("larger");
    }

    @Test
    void whatIsNoFrameIsToldBeforeTheEndSoThatThePeerCanBeTold() throws Exception {
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        // Nothing but a remaining time below zero is malformed and yet leaves.
        link.send(new Frame(new FrameHeader(FrameType.PUBLISH, 0, 0, 0, 0, -1)));
        link.flush();
        assertThat(farEnd.awaitClosed().code()).isEqualTo(MalformedFrame.BAD_FRAME);
        assertThat(farEnd.malformed).hasSize(1);
        assertThat(farEnd.frames).isEmpty();
        assertThat(nearEnd.nextFrame().header().type()).isEqualTo(FrameType.BYE);
        nearEnd.awaitClosed();
    }
}
