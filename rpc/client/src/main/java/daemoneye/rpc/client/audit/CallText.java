package daemoneye.rpc.client.audit;

import daemoneye.rpc.client.audit.format.AuditFacts.CallFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallResult;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What is kept of a call: hashes of payloads, never payloads; bounded text in which nothing is
/// invisible.
final class CallText {
    /// Most characters of a reason.
    static final int MOST_REASON = 1_000;

    /// Most characters of anything else; a sender has no more by the rules of the wire.
    static final int MOST = 200;

    private CallText() {}

    static CallFacts facts(ServedRequest call, byte[] payload) {
        var request = call.request();
        return new CallFacts(
                VisibleText.of(call.sender(), MOST),
                VisibleText.of(request.clientId(), MOST),
                "rpc." + request.operation().designName(),
                request.target().text(),
                Digest.of(payload),
                payload.length,
                request.requestId().toString(),
                reason(request.payload()).map(text -> VisibleText.of(text, MOST_REASON)));
    }

    static CallResult result(RpcStatus status, Optional<RpcError> error, long micros) {
        return new CallResult(
                status.wireName(),
                error.map(each -> VisibleText.of(each.code(), MOST)),
                error.map(each -> each.certainty().wireName()),
                micros);
    }

    private static Optional<String> reason(RpcPayload payload) {
        return switch (payload) {
            case CollectorLifecycleRequest request -> request.reason();
            case ConfigUpdateRequest request -> request.reason();
            case ShutdownRequest request -> request.reason();
            case DeregistrationRequest request -> request.reason();
            case TaskRequest request -> text(request.parameters().get("reason"));
            case GenericPayload generic -> text(generic.values().get("reason"));
            case RegistrationRequest _,
                    CapabilitiesData _,
                    CollectorListing _,
                    EmptyPayload _,
                    HealthCheckData _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> text(@Nullable ConfigValue value) {
        return value instanceof ConfigValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }
}
