package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.RpcPayload;

import java.util.Optional;

/// What a handler says in the end.
public sealed interface Answer {
    /// Done.
    record Success(Optional<RpcPayload> payload) implements Answer {}

    /// Not done, or not wholly: the error says which.
    record Failure(RpcError error) implements Answer {}

    static Answer done() {
        return new Success(Optional.empty());
    }

    static Answer done(RpcPayload payload) {
        return new Success(Optional.of(payload));
    }

    /// For a handler that was kept from committing, see [ServedRequest#commit()]. Nobody gets it:
    /// the caller is told what kept it.
    static Answer withdrawn() {
        return failed(RpcError.notExecuted(ErrorCode.CANCELLED, "it was not begun"));
    }

    static Answer failed(RpcError error) {
        return new Failure(error);
    }
}
