package daemoneye.app.bulk;

import daemoneye.app.calls.OperationState;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;

import java.util.Locale;

/// How one target of a bulk action stands.
public enum RowState {
    WAITING(StateKind.UNKNOWN),
    RUNNING(StateKind.STARTING),
    DONE(StateKind.HEALTHY),
    FAILED(StateKind.FAILED),
    /// It ended without anybody knowing whether it had an effect.
    UNKNOWN(StateKind.UNRESPONSIVE),
    /// Somebody stopped it before it had an effect.
    CANCELLED(StateKind.STOPPED),
    /// It was never asked.
    NOT_SENT(StateKind.STOPPED);

    private final StateKind kind;

    RowState(StateKind kind) {
        this.kind = kind;
    }

    static RowState of(OperationState state) {
        return switch (state) {
            case RUNNING -> RUNNING;
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// The shape and colour that stand for it.
    public StateKind kind() {
        return kind;
    }

    /// The name in bundles and files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public String label() {
        return Messages.text("bulk.state." + key());
    }

    boolean isOver() {
        return this != WAITING && this != RUNNING;
    }
}
