package daemoneye.rpc.transport.wire;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Keeps everything that a link tells, and can react to frames.
final class RecordingListener implements LinkListener {
    static final long PATIENCE_SECONDS = 20;

    final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Link> link = new CompletableFuture<>();
    final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    final AtomicInteger closings = new AtomicInteger();
    final AtomicInteger received = new AtomicInteger();
    final LinkedBlockingQueue<MalformedFrame> malformed = new LinkedBlockingQueue<>();
    final Semaphore reads = new Semaphore(0);
    final Semaphore writables = new Semaphore(0);
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final BiConsumer<Link, Frame> reaction;

    RecordingListener() {
        this((_, _) -> {});
    }

    RecordingListener(BiConsumer<Link, Frame> reaction) {
        this.reaction = reaction;
    }

    @Override
    public void onFrame(Link from, Frame frame) {
        threads.add(Thread.currentThread());
        received.incrementAndGet();
        frames.add(frame);
        reaction.accept(from, frame);
    }

    @Override
    public void onReadComplete(Link from) {
        threads.add(Thread.currentThread());
        reads.release();
    }

    @Override
    public void onMalformed(Link from, MalformedFrame why) {
        threads.add(Thread.currentThread());
        malformed.add(why);
        from.send(new Frame(FrameHeader.of(FrameType.BYE)));
    }

    @Override
    public void onWritable(Link from) {
        threads.add(Thread.currentThread());
        writables.release();
    }

    @Override
    public void onClosed(Link from, CloseReason reason) {
        threads.add(Thread.currentThread());
        closings.incrementAndGet();
        closed.complete(reason);
    }

    Frame nextFrame() throws InterruptedException {
        var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within %d s", PATIENCE_SECONDS).isNotNull();
        return frame;
    }

    List<Frame> nextFrames(int count) throws InterruptedException {
        var all = new ArrayList<Frame>();
        while (all.size() < count) {
            all.add(nextFrame());
        }
        return all;
    }

    CloseReason awaitClosed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void awaitWritable() throws InterruptedException {
        assertThat(writables.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("writable again within %d s", PATIENCE_SECONDS)
                .isTrue();
    }
}
