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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// What every wire promises, whatever it is made of.
abstract class WireContractTest {
    private static final int MEBIBYTE = FrameHeader.MAX_FRAME_BYTES;

    private static final String ON_PURPOSE = "thrown by the test, on purpose";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
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

    private LinkListener accepted(Link link) {
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
    private Link connectWelcome(RecordingListener nearEnd) throws Exception {
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

    @Test
    void closingIsToldOnceOnBothSidesAfterWhatWasSent() throws Exception {
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        link.send(numbered(1, 10));
        link.send(numbered(2, 10));
        link.close(CloseReason.bye("Done."));
        link.close(CloseReason.broken("other", "A second reason."));
        assertThat(nearEnd.awaitClosed()).isEqualTo(CloseReason.bye("Done."));
        assertThat(farEnd.awaitClosed()).isEqualTo(CloseReason.peerClosed());
        assertThat(farEnd.frames).hasSize(2);
        near.close();
        far.close();
        assertThat(nearEnd.closings).hasValue(1);
        assertThat(farEnd.closings).hasValue(1);
    }

    @Test
    void bothSidesMayCloseAtOnce() throws Exception {
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        var other = await(farEnd.link);
        link.close(CloseReason.bye("near"));
        other.close(CloseReason.bye("far"));
        nearEnd.awaitClosed();
        farEnd.awaitClosed();
        near.close();
        far.close();
        assertThat(nearEnd.closings).hasValue(1);
        assertThat(farEnd.closings).hasValue(1);
    }

    @Test
    void framesSentAfterTheEndAreDropped() throws Exception {
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        link.close(CloseReason.bye("Done."));
        link.send(numbered(1, 1));
        link.flush();
        nearEnd.awaitClosed();
        link.send(numbered(2, 1));
        link.flush();
        farEnd.awaitClosed();
        assertThat(farEnd.frames).isEmpty();
    }

    @Test
    void aListenerThatThrowsEndsItsLinkOnly() throws Exception {
        farEnd =
                new RecordingListener(
                        (_, _) -> {
                            throw new IllegalStateException(ON_PURPOSE);
                        });
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        link.send(numbered(1, 1));
        link.flush();
        assertThat(farEnd.awaitClosed()).isEqualTo(CloseReason.internal());
        nearEnd.awaitClosed();
        farEnd = new RecordingListener();
        connect(new RecordingListener());
    }

    @Test
    void connectingToNobodyIsRefusedWithASentence() throws Exception {
        var nobody = nobodysAddress();
        assertThatThrownBy(() -> await(near.connect(nobody, new RecordingListener())))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContaining(nobody.toString())
                .hasMessageContaining("start a broker");
    }

    @Test
    void listeningTwiceAtOneAddressIsRefused() {
        assertThatThrownBy(() -> await(far.listen(listening.address(), this::accepted)))
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContaining("already");
    }

    @Test
    void afterListeningEndsNobodyConnectsAndLinksStay() throws Exception {
        var link = connect(new RecordingListener());
        listening.close();
        listening.close();
        assertThatThrownBy(() -> await(near.connect(listening.address(), new RecordingListener())))
                .cause()
                .isInstanceOf(WireRefusal.class);
        link.send(numbered(5, 1));
        link.flush();
        assertThat(farEnd.nextFrame().header().request()).isEqualTo(5);
        listening = await(far.listen(listening.address(), this::accepted));
    }

    @Test
    void aWireThatClosesEndsItsLinks() throws Exception {
        var nearEnd = new RecordingListener();
        connect(nearEnd);
        near.close();
        assertThat(nearEnd.awaitClosed()).isEqualTo(CloseReason.wireClosed());
        assertThat(farEnd.awaitClosed()).isEqualTo(CloseReason.peerClosed());
    }

    @Test
    void aReaderThatStopsPushesBackAndLosesNothing() throws Exception {
        farEnd = new RecordingListener(this::stopAtFirst);
        var nearEnd = new RecordingListener();
        var link = connectWelcome(nearEnd);
        link.send(numbered(0, 1));
        link.flush();
        await(stopped);
        int sent = floodUntilNothingMoves(link);
        assertThat(link.pendingBytes()).isGreaterThan(Link.LOW_WATER_BYTES);
        assertThat(farEnd.received).as("frames while reading is stopped").hasValue(1);
        nearEnd.writables.drainPermits();
        await(farEnd.link).read(true);
        nearEnd.awaitWritable();
        assertThat(farEnd.nextFrames(sent))
                .extracting(each -> each.header().request())
                .isEqualTo(LongStream.range(0, sent).boxed().toList());
    }

    @Test
    void whatAPeerSentBeforeItClosedIsToldThoughReadingIsStopped() throws Exception {
        farEnd = new RecordingListener(this::stopAtFirst);
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        for (int number = 0; number < 20; number++) {
            link.send(numbered(number, 100));
        }
        link.close(CloseReason.bye("Done."));
        await(stopped);
        nearEnd.awaitClosed();
        await(farEnd.link).read(true);
        farEnd.awaitClosed();
        assertThat(farEnd.received).hasValue(20);
    }

    private void stopAtFirst(Link link, Frame frame) {
        if (frame.header().request() == 0) {
            link.read(false);
            stopped.complete(true);
        }
    }

    /// Until the system takes no more either; how many frames were sent in all, from number 0.
    private int floodUntilNothingMoves(Link link) throws Exception {
        int sent = 1;
        long before;
        do {
            while (link.writable()) {
                assertThat(sent).as("frames taken without push-back").isLessThan(10_000);
                link.send(numbered(sent++, 16 * 1024));
                link.flush();
            }
            before = link.pendingBytes();
            letTheLoopRun(50);
        } while (link.writable() || link.pendingBytes() != before);
        return sent;
    }

    private void letTheLoopRun(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            var ran = new CompletableFuture<Boolean>();
            near.loop().execute(() -> ran.complete(true));
            await(ran);
        }
    }

    @Test
    void everythingIsToldOnTheOneLoopThread() throws Exception {
        farEnd = new RecordingListener((link, frame) -> link.send(frame));
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        link.send(numbered(1, 1));
        link.flush();
        nearEnd.nextFrame();
        var loopThread = new CompletableFuture<Thread>();
        near.loop().execute(() -> loopThread.complete(Thread.currentThread()));
        link.close(CloseReason.bye("Done."));
        nearEnd.awaitClosed();
        assertThat(nearEnd.threads).containsExactly(await(loopThread));
    }

    @Test
    void aListenerMayCloseTheWireItIsOn() throws Exception {
        farEnd = new RecordingListener((_, _) -> far.close());
        var nearEnd = new RecordingListener();
        var link = connect(nearEnd);
        link.send(numbered(1, 1));
        link.flush();
        assertThat(farEnd.awaitClosed()).isEqualTo(CloseReason.wireClosed());
        nearEnd.awaitClosed();
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        var other =
                listening.address() instanceof Address.Memory
                        ? new Address.Tcp("127.0.0.1", 0)
                        : new Address.Memory("elsewhere");
        assertThatThrownBy(() -> await(near.connect(other, new RecordingListener())))
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContaining(other.toString());
        assertThatThrownBy(() -> await(near.listen(other, this::accepted)))
                .cause()
                .isInstanceOf(WireRefusal.class)
                .hasMessageContaining(other.toString());
    }

    @Test
    void alarmsRunOnTheLoopUnlessCancelled() throws Exception {
        var ran = new CompletableFuture<Thread>();
        var ready = new CompletableFuture<Thread>();
        near.loop()
                .execute(
                        () -> {
                            var soon = Duration.ofMillis(1);
                            var never = near.ticker().after(soon, () -> ran.complete(new Thread()));
                            never.cancel();
                            near.ticker().after(soon, () -> ran.complete(Thread.currentThread()));
                            ready.complete(Thread.currentThread());
                        });
        var loopThread = await(ready);
        passTime(Duration.ofMillis(5));
        assertThat(await(ran)).isSameAs(loopThread);
    }

    /// For wires whose time does not pass by itself.
    protected void passTime(Duration time) {}
}
