package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.util.OptionalLong;

/// What is remembered of one call.
public sealed interface KnownCall {
    CollectorOperation operation();

    /// It has not ended.
    record Running(CollectorOperation operation, LiveCall call) implements KnownCall {}

    /// It has ended.
    ///
    /// @param state how; UNKNOWN if the records of an earlier life do not say
    /// @param answer the encoded response; shared, not to be changed
    /// @param startedNanos when its handler began, by the service's ticker; empty if it never did
    /// @param endedNanos when that was, by the service's ticker; empty if it was in an earlier life
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire, shared and never compared
    record Over(
            CollectorOperation operation,
            CallState state,
            byte[] answer,
            OptionalLong startedNanos,
            OptionalLong endedNanos)
            implements KnownCall {}
}
