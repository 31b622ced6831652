package daemoneye.rpc.transport.wire;

import daemoneye.rpc.transport.frame.MalformedFrame;

/// Why a link ended.
///
/// @param clean whether either side meant it to
/// @param code for programs, e.g. `bye`, `reset`, `bad_frame`, `slow_consumer`
/// @param sentence for people
public record CloseReason(boolean clean, String code, String sentence) {
    /// We or they said good-bye.
    public static CloseReason bye(String sentence) {
        return new CloseReason(true, "bye", sentence);
    }

    /// It broke.
    public static CloseReason broken(String code, String sentence) {
        return new CloseReason(false, code, sentence);
    }

    /// The bytes ended between two frames and nobody said why: the peer's process may have died.
    public static CloseReason peerClosed() {
        return broken("closed", "The other side closed the link without a good-bye.");
    }

    /// The bytes ended within a frame.
    public static CloseReason cutOff() {
        return broken("cut_off", "The link broke in the middle of a frame.");
    }

    /// The peer sent what is no frame.
    public static CloseReason malformed(MalformedFrame why) {
        return broken(why.code(), "The other side sent what is no frame: " + why.getMessage());
    }

    /// A listener of ours threw; the log has the rest.
    public static CloseReason internal() {
        return broken("internal", "This side made a mistake with a frame; see its log.");
    }

    /// Our own wire was closed, with all its links.
    public static CloseReason wireClosed() {
        return bye("This side shut down.");
    }
}
