package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameType;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A link that leads nowhere, for tests: it keeps what is sent, and is as slow as it is told to be.
/// For one thread.
public final class ScriptedLink implements Link {
    private final List<Frame> sent = new ArrayList<>();
    private int flushes;
    private boolean writable = true;
    private boolean readWanted = true;
    private long pendingBytes;
    private Optional<CloseReason> closed = Optional.empty();
    private Origin origin = Origin.SAME_USER;

    @Override
    public void send(Frame frame) {
        if (closed.isEmpty()) {
            sent.add(frame);
        }
    }

    @Override
    public void flush() {
        flushes++;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public long pendingBytes() {
        return pendingBytes;
    }

    @Override
    public void read(boolean wanted) {
        readWanted = wanted;
    }

    @Override
    public void close(CloseReason reason) {
        if (closed.isEmpty()) {
            closed = Optional.of(reason);
        }
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String peer() {
        return "scripted";
    }

    /// Everything sent so far.
    public List<Frame> sent() {
        return List.copyOf(sent);
    }

    /// What was sent of one type.
    public List<Frame> sent(FrameType type) {
        return sent.stream().filter(frame -> frame.header().type() == type).toList();
    }

    /// The last frame sent.
    ///
    /// @throws NoSuchElementException if there is none
    public Frame last() {
        return sent.getLast();
    }

    /// Forgets what was sent.
    public void forget() {
        sent.clear();
        flushes = 0;
    }

    public int flushes() {
        return flushes;
    }

    /// Whether frames are wanted at the moment.
    public boolean readWanted() {
        return readWanted;
    }

    /// Why it was closed, if it was.
    public Optional<CloseReason> closed() {
        return closed;
    }

    /// Makes the link take more, or not; tells nobody.
    public void setWritable(boolean newWritable) {
        writable = newWritable;
    }

    /// Makes it come from somewhere else.
    public void setOrigin(Origin newOrigin) {
        origin = newOrigin;
    }

    /// Makes it say that so much waits.
    public void setPendingBytes(long newPendingBytes) {
        pendingBytes = newPendingBytes;
    }
}
