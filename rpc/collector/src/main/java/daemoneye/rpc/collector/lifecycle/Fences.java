package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Optional;

/// Keeps requests out that are meant for another collector, or for another life of this one.
final class Fences {
    private final CollectorSpec spec;

    Fences(CollectorSpec spec) {
        this.spec = spec;
    }

    Optional<RpcError> refusal(CollectorId wanted) {
        return wanted.equals(spec.id())
                ? Optional.empty()
                : Optional.of(
                        RpcError.notExecuted(
                                        ErrorCode.INVALID_PAYLOAD,
                                        "collector_id is %s, but this is %s"
                                                .formatted(wanted, spec.id()))
                                .with("collector_id", ConfigValue.of(spec.id().text())));
    }

    Optional<RpcError> refusal(CollectorId wanted, Optional<Incarnation> only) {
        return refusal(wanted)
                .or(() -> only.filter(life -> !life.equals(spec.incarnation())).map(this::other));
    }

    private RpcError other(Incarnation wanted) {
        return RpcError.notExecuted(
                        ErrorCode.INCARNATION_CHANGED,
                        "this is incarnation %s of %s, not %s"
                                .formatted(spec.incarnation(), spec.id(), wanted))
                .with("incarnation", ConfigValue.of(spec.incarnation().value()));
    }

    /// The payload is not of the kind that the operation carries.
    static RpcError wrongPayload(String operation, String expected) {
        return RpcError.notExecuted(
                ErrorCode.INVALID_PAYLOAD, "%s carries %s".formatted(operation, expected));
    }
}
