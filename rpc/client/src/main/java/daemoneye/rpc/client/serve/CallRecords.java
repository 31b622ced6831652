package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;

import java.util.Optional;

/// Keeps a record of each call that is served. Called on a thread of the call's own, which may
/// block; but on the loop thread for calls that are answered there, and those only read, so what is
/// said of a call that only reads must not block.
///
/// A call that reached its handler's turn is told to [#begins(ServedRequest, byte[])], and to
/// `ended` when its handler has returned or it was refused there. A call that was refused before
/// its turn is told to `ended` alone. A repeated request that is answered from memory is told to
/// nobody: nothing was done for it.
public interface CallRecords {
    /// Keeps nothing.
    CallRecords NONE =
            new CallRecords() {
                @Override
                public Optional<RpcError> begins(ServedRequest call, byte[] payload) {
                    return Optional.empty();
                }

                @Override
                public void ended(
                        ServedRequest call,
                        byte[] payload,
                        RpcStatus status,
                        Optional<RpcError> error) {}
            };

    /// Before the handler runs. For operations that change something the intent is durable when
    /// this returns.
    ///
    /// @param payload the request's body as it came over the wire; not to be changed
    /// @return why the call must be refused; empty if it may go on
    Optional<RpcError> begins(ServedRequest call, byte[] payload);

    /// What became of it, as far as is known when its handler has returned. That may differ from
    /// what its caller was told if its time was over before.
    ///
    /// @param payload the request's body as it came over the wire; not to be changed
    void ended(ServedRequest call, byte[] payload, RpcStatus status, Optional<RpcError> error);
}
