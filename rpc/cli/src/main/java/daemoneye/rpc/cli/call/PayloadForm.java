package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.PayloadReader;
import daemoneye.rpc.protocol.id.CollectorId;
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
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;
import java.util.Optional;

/// What the payload of an operation looks like as JSON, and what it is unless somebody says so.
final class PayloadForm {
    /// What a graceful shutdown gets for its cleanup, as in the design.
    private static final long CLEANUP_MS = 60_000;

    private static final String COLLECTOR_ID = "collector_id";

    private PayloadForm() {}

    /// @param given what the user wrote; laid over the defaults
    /// @throws BadJson if it does not fit the operation
    static RpcPayload read(
            CollectorOperation operation, Optional<CollectorId> id, ConfigValue given)
            throws BadJson {
        if (!(given instanceof ConfigValue.Table(Map<String, ConfigValue> fields))) {
            throw new BadJson("the payload must be an object { ... }");
        }
        var type = type(operation);
        if (type == GenericPayload.class) {
            return new GenericPayload(fields);
        }
        var whole = new Fields();
        if (PayloadReader.names(type).contains(COLLECTOR_ID)) {
            id.ifPresent(named -> whole.with(COLLECTOR_ID, named));
        }
        whole.all(defaults(operation)).all(new ConfigValue.Table(fields));
        var payload = new PayloadReader().read(type, whole.object(), "payload");
        return (RpcPayload) payload;
    }

    private static Class<? extends Record> type(CollectorOperation operation) {
        return switch (operation) {
            case REGISTER -> RegistrationRequest.class;
            case DEREGISTER -> DeregistrationRequest.class;
            case START, STOP, RESTART, PAUSE, RESUME -> CollectorLifecycleRequest.class;
            case UPDATE_CONFIG -> ConfigUpdateRequest.class;
            case GRACEFUL_SHUTDOWN, FORCE_SHUTDOWN -> ShutdownRequest.class;
            case EXECUTE_TASK -> TaskRequest.class;
            case HEALTH_CHECK, GET_CAPABILITIES, LIST_COLLECTORS -> EmptyPayload.class;
            case GET_CONFIG, QUERY_OUTCOME, QUERY_AUDIT, CANCEL, UNKNOWN -> GenericPayload.class;
        };
    }

    private static ConfigValue.Table defaults(CollectorOperation operation) {
        var defaults = new Fields();
        switch (operation) {
            case START, STOP, RESTART, PAUSE, RESUME -> defaults.with("collector_type", "");
            case GRACEFUL_SHUTDOWN ->
                    defaults.with("shutdown_type", "graceful")
                            .with("graceful_timeout_ms", CLEANUP_MS);
            case FORCE_SHUTDOWN ->
                    defaults.with("shutdown_type", "emergency").with("graceful_timeout_ms", 0L);
            case REGISTER,
                    DEREGISTER,
                    UPDATE_CONFIG,
                    EXECUTE_TASK,
                    HEALTH_CHECK,
                    GET_CONFIG,
                    GET_CAPABILITIES,
                    LIST_COLLECTORS,
                    QUERY_OUTCOME,
                    QUERY_AUDIT,
                    CANCEL,
                    UNKNOWN -> {}
        }
        return defaults.object();
    }
}
