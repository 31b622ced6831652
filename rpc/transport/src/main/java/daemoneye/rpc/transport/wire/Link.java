package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.Frame;

/// One end of a wire between two processes: frames go out here and come in at a [LinkListener].
///
/// Safe from any thread. Nothing blocks.
public interface Link {
    /// Hands a frame to the wire. Frames leave in the order given. After the link has closed the
    /// frame is dropped, and the listener has been or will be told of the end.
    void send(Frame frame);

    /// Writes everything handed over so far; frames may wait for this call.
    void flush();

    /// Whether the wire takes more without piling up (below its high-water mark, 256 KiB). When it
    /// turns true again, [LinkListener#onWritable] is called.
    boolean writable();

    /// Bytes handed over and not yet taken by the system.
    long pendingBytes();

    /// Stops or resumes reading frames from the peer, to push back on a flood.
    void read(boolean wanted);

    /// Ends the link after what was sent has been written. Idempotent.
    void close(CloseReason reason);

    /// For people and logs, e.g. `unix:/run/…/broker.sock` or `127.0.0.1:40112`.
    String peer();
}
