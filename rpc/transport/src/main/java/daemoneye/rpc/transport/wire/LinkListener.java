package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// What comes in on a [Link]. Every call comes on the wire's one loop thread, so an implementation
/// needs no locks against itself, and must never block.
public interface LinkListener {
    /// A whole, well-formed frame arrived.
    void onFrame(Link link, Frame frame);

    /// All frames of one read have been given; the moment to flush answers.
    default void onReadComplete(Link link) {}

    /// The link takes more again.
    default void onWritable(Link link) {}

    /// What arrived is no frame. The link ends right after this call: the last moment to tell the
    /// peer why.
    default void onMalformed(Link link, MalformedFrame why) {}

    /// The end; called exactly once, nothing follows. A malformed frame ends the link with a reason
    /// that names the offence.
    void onClosed(Link link, CloseReason reason);
}
