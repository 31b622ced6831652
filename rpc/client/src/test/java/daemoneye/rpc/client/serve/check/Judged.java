package daemoneye.rpc.client.serve.check;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Puts requests before the checks.
final class Judged {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    private Judged() {}

    static Optional<RpcError> timed(CollectorOperation operation, Duration timeout) {
        var target = CollectorTopics.lifecycle(PROCMOND);
        var request =
                RpcRequest.of(
                        "tester", target, operation, new EmptyPayload(), timeout, Instant.EPOCH);
        return RequestChecks.fault(request, target);
    }

    static Optional<RpcError> fault(CollectorOperation operation, RpcPayload payload) {
        var target = CollectorTopics.lifecycle(PROCMOND);
        return RequestChecks.fault(request(operation, target, payload), target);
    }

    static RpcRequest request(CollectorOperation operation, Topic target, RpcPayload payload) {
        return RpcRequest.of(
                "tester",
                target,
                operation,
                payload,
                operation.timeout().standard(),
                Instant.EPOCH);
    }

    static void assertRefused(CollectorOperation operation, RpcPayload payload, String path) {
        assertRefused(fault(operation, payload), path);
    }

    static void assertRefused(Optional<RpcError> refusal, String path) {
        var error = refusal.orElseThrow();
        assertThat(error.known()).contains(ErrorCode.INVALID_PAYLOAD);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.context()).containsEntry("field", ConfigValue.of(path));
        assertThat(error.message()).startsWith(path + " ").hasSizeLessThan(300);
    }
}
