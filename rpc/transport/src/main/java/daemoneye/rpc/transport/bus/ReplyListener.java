package daemoneye.rpc.transport.bus;

/// What becomes of a request; called on the loop thread, must not block.
public interface ReplyListener {
    /// A reply arrived.
    ///
    /// @param responder which one, from 0
    /// @param responders how many the request went to
    /// @param more whether this responder will say more
    void onReply(byte[] payload, int responder, int responders, boolean more);

    /// Nothing more will come, and not every responder gave a final reply.
    void onEnd(ExchangeEnd end);
}
