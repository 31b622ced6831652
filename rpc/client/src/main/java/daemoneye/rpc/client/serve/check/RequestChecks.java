package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Optional;

/// What every request must satisfy, whoever answers it. Each refusal says that nothing was
/// executed, and names the path of the first offence as `field`.
public final class RequestChecks {
    private static final int MOST_CLIENT_ID = 128;

    private RequestChecks() {}

    /// Refuses an operation of a newer version.
    public static Optional<RpcError> unknownOperation(RpcRequest request, String serviceId) {
        return request.operation() == CollectorOperation.UNKNOWN
                ? Optional.of(
                        RpcError.notExecuted(
                                ErrorCode.UNKNOWN_OPERATION,
                                "%s does not know the operation asked for on %s"
                                        .formatted(serviceId, request.target())))
                : Optional.empty();
    }

    /// Refuses what the caller's role does not allow.
    ///
    /// @param sender as the broker stamped it
    public static Optional<RpcError> forbidden(RpcRequest request, String sender) {
        return RoleCheck.refusal(request, sender);
    }

    /// Everything that can be said without knowing who answers.
    ///
    /// @param topic that it came on
    public static Optional<RpcError> fault(RpcRequest request, Topic topic) {
        var time = timeout(request);
        return time.isPresent() ? time : offence(request, topic).map(Fault::error);
    }

    private static Optional<Fault> offence(RpcRequest request, Topic topic) {
        var fault = target(request, topic);
        if (fault.isEmpty()) {
            fault = client(request);
        }
        if (fault.isEmpty()) {
            fault = kind(request);
        }
        if (fault.isPresent() || request.payload() instanceof EmptyPayload) {
            return fault;
        }
        fault = addressee(request, topic);
        return fault.isPresent() ? fault : Payloads.fault(request);
    }

    /// By what the caller allowed in all: what is left of it may be less than the least.
    private static Optional<RpcError> timeout(RpcRequest request) {
        var bounds = request.operation().timeout();
        if (bounds.allows(Duration.ofMillis(request.timeoutMs()))) {
            return Optional.empty();
        }
        var sentence =
                "timeout_ms of %s must be %d to %d, not %d"
                        .formatted(
                                request.operation(),
                                bounds.least().toMillis(),
                                bounds.most().toMillis(),
                                request.timeoutMs());
        return Optional.of(
                RpcError.notExecuted(ErrorCode.INVALID_TIMEOUT, sentence)
                        .with("field", ConfigValue.of("timeout_ms"))
                        .with("timeout_ms", ConfigValue.of(request.timeoutMs()))
                        .with("least_timeout_ms", ConfigValue.of(bounds.least().toMillis()))
                        .with("most_timeout_ms", ConfigValue.of(bounds.most().toMillis())));
    }

    private static Optional<Fault> target(RpcRequest request, Topic topic) {
        return request.target().text().equals(topic.text())
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                "target",
                                "is %s, but came on %s".formatted(request.target(), topic)));
    }

    private static Optional<Fault> client(RpcRequest request) {
        return Texts.line("client_id", request.clientId(), MOST_CLIENT_ID);
    }

    private static Optional<Fault> kind(RpcRequest request) {
        return PayloadKinds.fault(request.operation(), request.payload());
    }

    private static Optional<Fault> addressee(RpcRequest request, Topic topic) {
        var meant = Payloads.collector(request.payload());
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return CollectorTopics.collectorOf(topic)
                .filter(addressed -> !addressed.equals(meant.get()))
                .map(
                        addressed ->
                                new Fault(
                                        "collector_id",
                                        "is %s, but the topic is that of %s"
                                                .formatted(meant.get(), addressed)));
    }
}
