package daemoneye.rpc.client.serve;

/// Answers requests; called on a virtual thread of its own, so it may block. It should give up when
/// the call's time is over, which is also enforced around it: the caller is then told of a timeout.
@FunctionalInterface
public interface RequestHandler {
    /// @throws InterruptedException when the time is over
    Answer handle(ServedRequest call) throws InterruptedException;
}
