package daemoneye.app.rollout.run;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;

import java.util.Locale;

/// How one target of a rollout stands.
public enum RowStand {
    WAITING(StateKind.UNKNOWN),
    /// It is being changed and has to prove that it is well.
    CHANGING(StateKind.STARTING),
    /// It has the new values and beats well with them.
    GOOD(StateKind.HEALTHY),
    /// Nothing was changed.
    FAILED(StateKind.FAILED),
    /// It was not well with the new values and went back at once.
    RETURNED(StateKind.DEGRADED),
    /// It has the new values, and is not well or cannot be seen.
    DOUBTFUL(StateKind.DEGRADED),
    /// Nobody knows whether it was changed.
    UNKNOWN(StateKind.UNRESPONSIVE),
    /// It was never asked.
    NOT_SENT(StateKind.STOPPED),
    PUTTING_BACK(StateKind.STARTING),
    /// It has its old values again and beats well with them.
    BACK(StateKind.HEALTHY),
    /// It has its old values again, and is not well or cannot be seen.
    BACK_UNWELL(StateKind.DEGRADED),
    /// It was not put back.
    NOT_BACK(StateKind.FAILED),
    /// Nobody knows whether it was put back.
    BACK_UNKNOWN(StateKind.UNRESPONSIVE);

    private final StateKind kind;

    RowStand(StateKind kind) {
        this.kind = kind;
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
        return Messages.text("rollout.stand." + key());
    }

    boolean isActive() {
        return this == CHANGING || this == PUTTING_BACK;
    }

    /// Whether it stops those that come after it.
    boolean isFault() {
        return switch (this) {
            case FAILED, RETURNED, DOUBTFUL, UNKNOWN, NOT_BACK, BACK_UNKNOWN -> true;
            case WAITING, CHANGING, GOOD, NOT_SENT, PUTTING_BACK, BACK, BACK_UNWELL -> false;
        };
    }

    boolean isUnknown() {
        return this == UNKNOWN || this == BACK_UNKNOWN;
    }

    /// Whether it has, or may have, the new values.
    boolean isChanged() {
        return switch (this) {
            case GOOD, DOUBTFUL, UNKNOWN, NOT_BACK, BACK_UNKNOWN -> true;
            case WAITING, CHANGING, FAILED, RETURNED, NOT_SENT, PUTTING_BACK, BACK, BACK_UNWELL ->
                    false;
        };
    }
}
