package daemoneye.app.calls;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;

import java.util.Locale;

/// How an operation that somebody began stands.
public enum OperationState {
    RUNNING,
    DONE,
    FAILED,
    /// Somebody stopped it before it had an effect.
    CANCELLED,
    /// It ended without anybody knowing whether it had an effect.
    UNKNOWN;

    /// The shape and colour that stand for it.
    public StateKind kind() {
        return switch (this) {
            case RUNNING -> StateKind.STARTING;
            case DONE -> StateKind.HEALTHY;
            case FAILED -> StateKind.FAILED;
            case CANCELLED -> StateKind.STOPPED;
            case UNKNOWN -> StateKind.UNKNOWN;
        };
    }

    /// For people.
    public String label() {
        return Messages.text("calls.state." + key());
    }

    /// The name in style sheets and bundles.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
