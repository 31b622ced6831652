package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.client.call.breaker.Admission;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Optional;

/// Calls that are not even sent.
final class Refusals {
    private Refusals() {}

    /// The timeout lies outside what the operation may take.
    static Optional<Failed> outOfBounds(RpcRequest request) {
        var bounds = request.operation().timeout();
        if (bounds.allows(Duration.ofMillis(request.timeoutMs()))) {
            return Optional.empty();
        }
        var sentence =
                "%s may take %d to %d ms, not %d"
                        .formatted(
                                request.operation().designName(),
                                bounds.least().toMillis(),
                                bounds.most().toMillis(),
                                request.timeoutMs());
        var error =
                RpcError.notExecuted(ErrorCode.INVALID_TIMEOUT, sentence)
                        .with("field", ConfigValue.of("timeout_ms"))
                        .with("timeout_ms", ConfigValue.of(request.timeoutMs()))
                        .with("least_timeout_ms", ConfigValue.of(bounds.least().toMillis()))
                        .with("most_timeout_ms", ConfigValue.of(bounds.most().toMillis()));
        return Optional.of(new Failed(RpcStatus.ERROR, error, Duration.ZERO));
    }

    /// The breaker is open.
    static Failed circuitOpen(Admission.Refused refused, Duration took) {
        var key = refused.key();
        var probe = refused.nextProbeIn();
        var sentence =
                "the circuit to %s is open, next probe in %d s: %s"
                        .formatted(key, probe.plusMillis(999).toSeconds(), refused.cause());
        var error =
                RpcError.notExecuted(ErrorCode.CIRCUIT_OPEN, sentence)
                        .with("collector_id", ConfigValue.of(key.collector().text()))
                        .with("class", ConfigValue.of(key.callClass().wireName()))
                        .with("next_probe_in_ms", ConfigValue.of(probe.toMillis()));
        return new Failed(RpcStatus.UNAVAILABLE, error, took);
    }
}
