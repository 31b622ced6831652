package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;

import java.time.Duration;

/// How a call ended. Every call ends with exactly one, at most 250 ms after its deadline.
public sealed interface CallOutcome {
    /// From the call to its end, as the caller saw it.
    Duration took();

    /// It was done.
    record Done(RpcResponse response, Duration took) implements CallOutcome {}

    /// It failed; `error.certainty()` says whether it had an effect.
    ///
    /// @param status as the responder gave it, or Timeout / Unavailable / Cancelled as seen here
    record Failed(RpcStatus status, RpcError error, Duration took) implements CallOutcome {}
}
