package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.Frame;

/// One end of a wire between two processes: frames go out here and come in at a [LinkListener].
///
/// Safe from any thread. Nothing blocks.
///
/// A link begins with small frames: 4 KiB at most, in either direction, until the side that
/// accepted it sends WELCOME; 1 MiB from then on.
public interface Link {
    /// From this many pending bytes on a link is not writable.
    int HIGH_WATER_BYTES = 256 * 1024;

    /// Down to this many pending bytes it stays so.
    int LOW_WATER_BYTES = HIGH_WATER_BYTES / 2;

    /// Hands a frame to the wire. Frames leave in the order given. After the link has closed the
    /// frame is dropped, and the listener has been or will be told of the end.
    ///
    /// @throws IllegalArgumentException if the frame is larger than the link takes at the moment
    void send(Frame frame);

    /// Writes everything handed over so far; frames may wait for this call. Happens by itself
    /// after [LinkListener#onReadComplete].
    void flush();

    /// Whether the wire takes more without piling up (below its high-water mark, 256 KiB). When it
    /// turns true again, at half that mark, [LinkListener#onWritable] is called.
    boolean writable();

    /// Bytes handed over and not yet taken by the system.
    long pendingBytes();

    /// Stops or resumes reading frames from the peer, to push back on a flood. If the peer ends the
    /// link meanwhile, what it had sent before is told first, though unwanted, and then the end.
    void read(boolean wanted);

    /// Ends the link after what was sent has been written. Idempotent.
    void close(CloseReason reason);

    /// Who can be at the other end, as far as the wire knows.
    Origin origin();

    /// For people and logs, e.g. `unix:/run/…/broker.sock` or `127.0.0.1:40112`.
    String peer();
}
