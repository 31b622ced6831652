package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;

/// How a client's session ends, in words.
final class SessionEnds {
    static final CloseReason SILENT =
            CloseReason.broken(
                    RefusalCode.SILENT,
                    "nothing came from the broker for %d s, it is taken for gone"
                            .formatted(KeepAlive.GONE_AFTER));

    static final CloseReason LOOP_GONE =
            CloseReason.broken("wire_closed", "the wire of this session was closed");

    static final CloseReason NO_WELCOME =
            CloseReason.broken(
                    RefusalCode.HANDSHAKE,
                    "it did not answer within %d s: is that a DaemonEye broker?"
                            .formatted(Handshake.PATIENCE.toSeconds()));

    /// We have a token, and the broker let us in without proving that it knows it.
    static final CloseReason UNPROVEN =
            CloseReason.broken(
                    RefusalCode.AUTH_FAILED,
                    "the broker did not prove that it knows the token, and so may be somebody else:"
                            + " check the address, and that it was started with --tokens");

    private SessionEnds() {}

    /// The broker let us in as something that we did not ask for.
    ///
    /// @param given empty if it is older than roles
    static CloseReason otherRole(Role wanted, String given) {
        var sentence =
                given.isEmpty()
                        ? "the role %s was asked for, and the broker is too old for roles: update it"
                                .formatted(wanted.wireName())
                        : "the role %s was asked for, and the broker gave %s: check the address"
                                .formatted(wanted.wireName(), given);
        return CloseReason.broken(RefusalCode.ACCESS, sentence);
    }

    /// The broker chose a version that we did not offer.
    static CloseReason version(int theirs) {
        return CloseReason.broken(
                RefusalCode.VERSION,
                "the broker wants protocol version %d, this client speaks %d: update the older one"
                        .formatted(theirs, FrameHeader.VERSION));
    }

    /// What BYE says: clean if the broker just says good-bye, broken if it accuses.
    static CloseReason of(RefusalBody bye) {
        boolean clean = bye.code().equals(RefusalCode.BYE);
        return new CloseReason(clean, bye.code(), bye.sentence());
    }

    static CloseReason badFrame(String sentence) {
        return CloseReason.broken(RefusalCode.BAD_FRAME, sentence);
    }

    static CloseReason badFrame(MalformedFrame offence) {
        return CloseReason.broken(offence.code(), String.valueOf(offence.getMessage()));
    }

    static Frame bye(CloseReason reason) {
        var body = new RefusalBody(reason.code(), reason.sentence()).toBytes();
        return new Frame(FrameHeader.of(FrameType.BYE), body);
    }

    static BusRefusal over() {
        return new BusRefusal("closed", "this session is over: connect again");
    }

    static IllegalArgumentException tooLarge(int bytes) {
        return new IllegalArgumentException(
                "a message of %d bytes does not fit a frame of %d: send less at a time"
                        .formatted(bytes, FrameHeader.MAX_FRAME_BYTES));
    }
}
