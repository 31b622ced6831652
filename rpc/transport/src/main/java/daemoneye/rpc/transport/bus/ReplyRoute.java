package daemoneye.rpc.transport.bus;

/// The way back to a caller: any number of replies with `more`, then one without, before the
/// deadline. What comes later is dropped and counted by the broker. Safe from any thread.
@FunctionalInterface
public interface ReplyRoute {
    /// @param payload encoded; not copied
    /// @param more whether other replies follow
    void reply(byte[] payload, boolean more);
}
