package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameCodec;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// One end of an in-memory connection.
///
/// ```
/// send ─► outbox ──flush──► inbox of the far end ──its loop──► its listener
///         └───────── pending bytes ─────────────┘
/// ```
final class MemoryLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLink.class);

    private static final int READ_BYTES = 64 * 1024;

    private final InMemoryWire wire;
    private final String peer;
    private final boolean accepted;
    private final FrameCodec codec = new FrameCodec();
    private final Queue<byte[]> inbox = new ConcurrentLinkedQueue<>();

    // Guarded by this.
    private final Deque<byte[]> outbox = new ArrayDeque<>();
    private long pending;
    private boolean writable = true;
    private @Nullable CloseReason closing;

    private final AtomicBoolean readPlanned = new AtomicBoolean();
    private volatile boolean wanted = true;
    private volatile boolean farClosed;
    private volatile @Nullable MemoryLink far;

    // On the loop only.
    private @Nullable LinkListener listener;
    private boolean ended;

    MemoryLink(InMemoryWire wire, String peer, boolean accepted) {
        this.wire = wire;
        this.peer = peer;
        this.accepted = accepted;
    }

    void join(MemoryLink other) {
        far = other;
        other.far = this;
    }

    /// On the loop, once, before the first frame.
    void listenTo(LinkListener newListener) {
        listener = newListener;
        reasonOfClosing().ifPresent(this::end);
    }

    @Override
    public synchronized void send(Frame frame) {
        var bytes = codec.encode(frame);
        if (closing != null) {
            return;
        }
        if (accepted && frame.header().type() == FrameType.WELCOME) {
            codec.welcomed();
        }
        outbox.add(bytes);
        pending += bytes.length;
        writable &= pending <= HIGH_WATER_BYTES;
    }

    @Override
    public synchronized void flush() {
        var other = far;
        if (other == null || outbox.isEmpty()) {
            return;
        }
        other.inbox.addAll(outbox);
        outbox.clear();
        other.readSoon();
    }

    @Override
    public synchronized boolean writable() {
        return writable;
    }

    @Override
    public synchronized long pendingBytes() {
        return pending;
    }

    @Override
    public void read(boolean newWanted) {
        wanted = newWanted;
        if (newWanted) {
            readSoon();
        }
    }

    @Override
    public synchronized void close(CloseReason reason) {
        if (closing != null) {
            return;
        }
        flush();
        closing = reason;
        var other = far;
        if (other != null) {
            other.farClosed = true;
            other.readSoon();
        }
        wire.run(() -> end(reason));
    }

    @Override
    public Origin origin() {
        return Origin.SAME_USER;
    }

    @Override
    public String peer() {
        return peer;
    }

    private void readSoon() {
        if (readPlanned.compareAndSet(false, true)) {
            wire.run(this::readSome);
        }
    }

    // On the loop. No more than a socket gives at once, so that one flood starves nobody.
    private void readSome() {
        readPlanned.set(false);
        int bytes = 0;
        while (bytes < READ_BYTES && mayRead() && !inbox.isEmpty()) {
            bytes += readOne();
        }
        var told = listener;
        if (bytes > 0 && told != null && !isClosing()) {
            told.onReadComplete(this);
        }
        flush();
        if (farClosed && inbox.isEmpty()) {
            close(CloseReason.peerClosed());
        } else if (mayRead() && !inbox.isEmpty()) {
            readSoon();
        }
    }

    private boolean mayRead() {
        return !isClosing() && (wanted || farClosed);
    }

    private int readOne() {
        var bytes = inbox.poll();
        var told = listener;
        var other = far;
        if (bytes == null || told == null || other == null) {
            return 0;
        }
        other.taken(bytes.length);
        try {
            var frame = codec.decode(bytes);
            if (!accepted && frame.header().type() == FrameType.WELCOME) {
                codec.welcomed();
            }
            told.onFrame(this, frame);
        } catch (MalformedFrame e) {
            told.onMalformed(this, e);
            close(CloseReason.malformed(e));
        } catch (RuntimeException e) {
            LOG.error("the listener of {} failed", peer, e);
            close(CloseReason.internal());
        }
        return bytes.length;
    }

    private synchronized void taken(int bytes) {
        pending -= bytes;
        if (!writable && pending <= LOW_WATER_BYTES) {
            writable = true;
            wire.run(this::tellWritable);
        }
    }

    private boolean isClosing() {
        return reasonOfClosing().isPresent();
    }

    private synchronized Optional<CloseReason> reasonOfClosing() {
        return Optional.ofNullable(closing);
    }

    private void tellWritable() {
        var told = listener;
        if (told != null && !ended) {
            told.onWritable(this);
        }
    }

    private void end(CloseReason reason) {
        wire.forget(this);
        var told = listener;
        if (told != null && !ended) {
            ended = true;
            told.onClosed(this, reason);
        }
    }
}
