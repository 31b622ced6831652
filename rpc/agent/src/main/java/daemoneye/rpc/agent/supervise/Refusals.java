package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Optional;

/// Says no, with what a person needs to know: the state, and how the last process ended.
public final class Refusals {
    private Refusals() {}

    /// Refused because of the state it is in.
    public static RpcError of(ErrorCode code, CollectorInfo info) {
        var why = info.stateReason().map(reason -> " (" + reason + ")").orElse("");
        var message =
                "%s is %s%s: %s"
                        .formatted(
                                info.collectorId(),
                                info.state().wireName(),
                                why,
                                decapitalized(code.nextStep()));
        return withFacts(RpcError.notExecuted(code, message), info);
    }

    /// Refused because it is not the life that was meant.
    public static Optional<RpcError> fence(Optional<Incarnation> only, CollectorInfo info) {
        if (only.isEmpty() || only.equals(info.incarnation())) {
            return Optional.empty();
        }
        var now = info.incarnation().map(Incarnation::toString).orElse("none yet");
        var error =
                RpcError.notExecuted(
                        ErrorCode.INCARNATION_CHANGED,
                        "%s was restarted meanwhile (its incarnation is %s, not %s): %s"
                                .formatted(
                                        info.collectorId(),
                                        now,
                                        only.get(),
                                        "look again, then act"));
        return Optional.of(withFacts(error, info));
    }

    /// It was tried, and failed.
    public static RpcError failed(
            ErrorCode code, String message, ExecutionCertainty certainty, CollectorInfo info) {
        var bare = RpcError.notExecuted(code, message);
        return withFacts(
                new RpcError(bare.code(), message, bare.context(), bare.category(), certainty),
                info);
    }

    private static RpcError withFacts(RpcError error, CollectorInfo info) {
        var known =
                error.with("collector_id", ConfigValue.of(info.collectorId().text()))
                        .with("state", ConfigValue.of(info.state().wireName()));
        if (info.incarnation().isPresent()) {
            known = known.with("incarnation", ConfigValue.of(info.incarnation().get().value()));
        }
        return info.lastExit().isPresent() ? withExit(known, info.lastExit().get()) : known;
    }

    private static RpcError withExit(RpcError error, LastExit exit) {
        var known = error.with("last_exit", ConfigValue.of(exit.summary()));
        if (exit.exitCode().isPresent()) {
            known = known.with("exit_code", ConfigValue.of((long) exit.exitCode().getAsInt()));
        }
        if (exit.signal().isPresent()) {
            known = known.with("signal", ConfigValue.of(exit.signal().get()));
        }
        return known.with("last_output", ConfigValue.texts(exit.lastOutput()));
    }

    private static String decapitalized(String sentence) {
        var trimmed =
                sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return Character.toLowerCase(trimmed.charAt(0)) + trimmed.substring(1);
    }
}
