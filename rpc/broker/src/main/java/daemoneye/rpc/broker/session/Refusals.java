package daemoneye.rpc.broker.session;

import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;

/// The frames in which a broker says no.
public final class Refusals {
    private Refusals() {}

    /// To a request or a subscription as a whole.
    public static Frame refused(long request, String code, String sentence) {
        return refusedBy(0, 0, request, code, sentence);
    }

    /// To a request, on behalf of one of its responders.
    ///
    /// @param responder which one, from 0
    /// @param responders how many the request went to, at least 1
    public static Frame refusedBy(
            int responder, int responders, long request, String code, String sentence) {
        var header = new FrameHeader(FrameType.REFUSED, 0, request, responders, responder, 0);
        return new Frame(header, new RefusalBody(code, sentence).toBytes());
    }

    /// The last frame of a session.
    public static Frame bye(CloseReason reason) {
        var body = new RefusalBody(reason.code(), reason.sentence()).toBytes();
        return new Frame(FrameHeader.of(FrameType.BYE), body);
    }
}
