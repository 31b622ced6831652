package daemoneye.rpc.client.fake;

import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.transport.bus.ClientIdentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A connection that is up, on a scripted session, with everything a test wants to get hold of.
public final class LinkedClient {
    public static final CollectorId PROCMOND = new CollectorId("procmond");

    public final FakeTicker ticker = new FakeTicker();
    public final TokenCodec codec = new TokenCodec();
    public final ScriptedDialer dialer = new ScriptedDialer();
    public final BusConnection connection =
            BusConnection.open(
                    dialer,
                    new ClientIdentity("tester", "cli", "1", 1),
                    codec,
                    ticker,
                    new Random(7));
    public final ScriptedBus bus = dialer.accept();

    /// A request with the operation's standard timeout, and a payload if it is about a process.
    public static RpcRequest request(CollectorOperation operation) {
        return request(operation, operation.timeout().standard());
    }

    public static RpcRequest request(CollectorOperation operation, Duration timeout) {
        return RpcRequest.of(
                "tester",
                CollectorTopics.lifecycle(PROCMOND),
                operation,
                payload(operation),
                timeout,
                Instant.EPOCH);
    }

    private static RpcPayload payload(CollectorOperation operation) {
        return switch (operation) {
            case START, STOP, RESTART, PAUSE, RESUME -> CollectorLifecycleRequest.of(PROCMOND);
            case GRACEFUL_SHUTDOWN, FORCE_SHUTDOWN ->
                    new ShutdownRequest(
                            PROCMOND,
                            ShutdownType.GRACEFUL,
                            0,
                            true,
                            Optional.empty(),
                            Optional.empty());
            case EXECUTE_TASK -> new TaskRequest(PROCMOND, "scan-now", Map.of());
            case REGISTER,
                    DEREGISTER,
                    HEALTH_CHECK,
                    UPDATE_CONFIG,
                    GET_CONFIG,
                    GET_CAPABILITIES,
                    LIST_COLLECTORS,
                    QUERY_OUTCOME,
                    QUERY_AUDIT,
                    CANCEL,
                    UNKNOWN ->
                    new EmptyPayload();
        };
    }

    /// An encoded response without payload and error.
    public byte[] response(RpcRequest to, RpcStatus status) {
        return codec.encode(plain(to, status, "procmond"));
    }

    public static RpcResponse plain(RpcRequest to, RpcStatus status, String serviceId) {
        return new RpcResponse(
                to.requestId(),
                serviceId,
                status,
                Optional.empty(),
                3,
                1,
                Instant.EPOCH,
                Optional.empty());
    }
}
