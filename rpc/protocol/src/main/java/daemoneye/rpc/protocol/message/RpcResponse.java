package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.payload.RpcPayload;

import java.time.Instant;
import java.util.Optional;

/// One reply as it travels: the final one, or a report of progress before it.
///
/// @param serviceId who answered, e.g. `procmond` or an agent's id
/// @param executionTimeMs from the start of the work to this reply, milliseconds, monotonic
/// @param queueTimeMs the request waited at the responder before work began, milliseconds
/// @param errorDetails present exactly if the status is no success and no progress
public record RpcResponse(
        RequestId requestId,
        String serviceId,
        RpcStatus status,
        Optional<RpcPayload> payload,
        long executionTimeMs,
        long queueTimeMs,
        Instant timestamp,
        Optional<RpcError> errorDetails)
        implements MessageBody {}
