package daemoneye.rpc.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.transport.frame.Frame;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// What every wire promises, whatever it is made of: how links begin and end, push back and are
/// told of, besides what they promise about frames.
abstract class WireContractTest extends WireFrameContractTest {
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

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

    @Test
    void alarmsRunInTheOrderOfTheirTimesWhoeverSetsThemAndWhicheverIsCancelled() throws Exception {
        var ran = new LinkedBlockingQueue<Integer>();
        var first = near.ticker().after(Duration.ofMillis(10), () -> ran.add(10));
        near.ticker().after(Duration.ofMillis(40), () -> ran.add(40));
        near.ticker().after(Duration.ofMillis(30), () -> ran.add(30));
        near.ticker().after(Duration.ofMillis(20), () -> ran.add(20));
        first.cancel();
        passTime(Duration.ofMillis(50));
        assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo(20);
        assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo(30);
        assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo(40);
    }

    @Test
    void anAlarmThatFailsStopsNoOther() throws Exception {
        var ran = new CompletableFuture<Boolean>();
        var soon = Duration.ofMillis(1);
        near.ticker()
                .after(
                        soon,
                        () -> {
                            throw new IllegalStateException(ON_PURPOSE);
                        });
        near.ticker().after(soon, () -> ran.complete(true));
        passTime(soon);
        assertThat(await(ran)).isTrue();
    }

    /// For wires whose time does not pass by itself.
    protected void passTime(Duration time) {}
}
