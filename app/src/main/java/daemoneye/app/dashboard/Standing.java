package daemoneye.app.dashboard;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.Liveness;

import java.util.Locale;

/// The one word a row begins with: the most pressing of process state, beats and health. The two
/// axes stay apart everywhere else; this only decides which of them speaks first.
public enum Standing {
    UNRESPONSIVE,
    FAILED,
    QUARANTINED,
    UNHEALTHY,
    DEGRADED,
    UNKNOWN,
    STARTING,
    STOPPING,
    PAUSED,
    STOPPED,
    HEALTHY;

    /// What a collector's row begins with.
    public static Standing of(CollectorView view) {
        return switch (view.state()) {
            case FAILED -> FAILED;
            case QUARANTINED -> QUARANTINED;
            case STOPPED, UNREGISTERED -> STOPPED;
            case STARTING -> STARTING;
            case STOPPING -> STOPPING;
            case PAUSED -> view.liveness() == Liveness.UNRESPONSIVE ? UNRESPONSIVE : PAUSED;
            case RUNNING -> ofRunning(view);
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static Standing ofRunning(CollectorView view) {
        if (view.liveness() == Liveness.UNRESPONSIVE) {
            return UNRESPONSIVE;
        }
        return switch (view.health()) {
            case HEALTHY -> HEALTHY;
            case DEGRADED -> DEGRADED;
            case UNHEALTHY -> UNHEALTHY;
            case UNRESPONSIVE -> UNRESPONSIVE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// The shape and colour that stand for it.
    public StateKind kind() {
        return switch (this) {
            case UNRESPONSIVE -> StateKind.UNRESPONSIVE;
            case FAILED, QUARANTINED, UNHEALTHY -> StateKind.FAILED;
            case DEGRADED -> StateKind.DEGRADED;
            case UNKNOWN -> StateKind.UNKNOWN;
            case STARTING -> StateKind.STARTING;
            case STOPPING -> StateKind.STOPPING;
            case PAUSED -> StateKind.PAUSED;
            case STOPPED -> StateKind.STOPPED;
            case HEALTHY -> StateKind.HEALTHY;
        };
    }

    /// For people, e.g. "Degraded".
    public String label() {
        return Messages.text("standing." + key());
    }

    /// In lower case, for search tokens and bundle keys.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
