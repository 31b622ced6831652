package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.time.Duration;
import java.util.Optional;

/// A call of an earlier life of the service, from its records.
///
/// @param sender who asked, as the broker stamped it: `name#session/role`
/// @param age how long ago it began; at most the 10 minutes that count
/// @param status how it ended; empty if the records do not say, as after a crash
/// @param error why it failed, if it did and the records say so
public record PastCall(
        String sender,
        RequestId requestId,
        CollectorOperation operation,
        Duration age,
        Optional<RpcStatus> status,
        Optional<RpcError> error) {}
