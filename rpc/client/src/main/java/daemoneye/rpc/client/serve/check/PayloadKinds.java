package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.TaskRequest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which payload each operation needs: the one place that knows.
final class PayloadKinds {
    private PayloadKinds() {}

    static List<Class<? extends RpcPayload>> of(CollectorOperation operation) {
        return switch (operation) {
            case REGISTER -> List.of(RegistrationRequest.class);
            case DEREGISTER -> List.of(DeregistrationRequest.class);
            case START, STOP, RESTART, PAUSE, RESUME -> List.of(CollectorLifecycleRequest.class);
            case UPDATE_CONFIG -> List.of(ConfigUpdateRequest.class);
            case GRACEFUL_SHUTDOWN, FORCE_SHUTDOWN -> List.of(ShutdownRequest.class);
            case EXECUTE_TASK -> List.of(TaskRequest.class);
            case HEALTH_CHECK, GET_CAPABILITIES, LIST_COLLECTORS -> List.of(EmptyPayload.class);
            case GET_CONFIG, QUERY_AUDIT -> List.of(EmptyPayload.class, GenericPayload.class);
            case QUERY_OUTCOME, CANCEL -> List.of(GenericPayload.class);
            case UNKNOWN -> List.of();
        };
    }

    static Optional<Fault> fault(CollectorOperation operation, RpcPayload payload) {
        var needed = of(operation);
        return needed.contains(payload.getClass())
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                "payload",
                                "of %s must be %s, not %s"
                                        .formatted(
                                                operation,
                                                needed.stream()
                                                        .map(Class::getSimpleName)
                                                        .collect(Collectors.joining(" or ")),
                                                payload.getClass().getSimpleName())));
    }
}
