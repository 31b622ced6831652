package daemoneye.rpc.transport.bus;

/// A request in flight.
public interface Exchange {
    /// Forget it: no reply and no end will be told from now on. Idempotent.
    void abandon();
}
