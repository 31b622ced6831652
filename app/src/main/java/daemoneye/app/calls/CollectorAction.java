package daemoneye.app.calls;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.DangerClass;

import java.util.Optional;

/// What a person can do to one collector, or to several.
public enum CollectorAction {
    HEALTH_CHECK(CollectorOperation.HEALTH_CHECK),
    START(CollectorOperation.START),
    STOP(CollectorOperation.STOP),
    RESTART(CollectorOperation.RESTART),
    PAUSE(CollectorOperation.PAUSE),
    RESUME(CollectorOperation.RESUME),
    /// Changes its settings. Opens a dialog, in which one may also just look.
    CONFIGURE(CollectorOperation.UPDATE_CONFIG),
    SHUT_DOWN(CollectorOperation.GRACEFUL_SHUTDOWN),
    /// Ends the process at once. Offered by the shutdown dialog only, never by a row.
    FORCE_SHUT_DOWN(CollectorOperation.FORCE_SHUTDOWN);

    private final CollectorOperation operation;

    CollectorAction(CollectorOperation operation) {
        this.operation = operation;
    }

    public CollectorOperation operation() {
        return operation;
    }

    /// The name of the operation, as in bundles and ids of buttons.
    public String key() {
        return operation.designName();
    }

    /// Whether a person is always asked before it runs.
    public boolean asksFirst() {
        return operation.danger().compareTo(DangerClass.DISTURBING) >= 0;
    }

    /// Whether it stands beside the others in rows, menus and on the collector's page.
    public boolean hasButton() {
        return this != FORCE_SHUT_DOWN;
    }

    /// Whether it can be done to several at once.
    public boolean forSeveral() {
        return hasButton();
    }

    /// Whether it is dressed as one that disturbs. A dialog in which one may just look is not.
    public boolean looksDangerous() {
        return asksFirst() && this != CONFIGURE;
    }

    /// Whether a connection that is locked for reading holds it back. Settings can be looked at
    /// through it; changing them is held back in their dialog.
    public boolean isHeldBackByLock() {
        return this != CONFIGURE && operation.changes();
    }

    /// What takes it back, if anything does.
    public Optional<CollectorAction> opposite() {
        return switch (this) {
            case START -> Optional.of(STOP);
            case STOP, SHUT_DOWN, FORCE_SHUT_DOWN -> Optional.of(START);
            case PAUSE -> Optional.of(RESUME);
            case RESUME -> Optional.of(PAUSE);
            case HEALTH_CHECK, RESTART, CONFIGURE -> Optional.empty();
        };
    }

    /// Verb, e.g. "Restart".
    public String verb() {
        return Messages.text("action." + key());
    }

    /// The verb on a button; with an ellipsis if a question follows.
    public String buttonText() {
        return asksFirst() ? Messages.text("action.asks", verb()) : verb();
    }

    /// Verb and object, e.g. "Restart procmond".
    public String title(String collector) {
        return Messages.text("action.one." + key(), collector);
    }

    /// Verb and number, e.g. "Restart 3 collectors".
    public String title(int collectors) {
        return Messages.text("action.several." + key(), collectors);
    }

    /// Whether it makes sense for a collector that stands so. What is impossible is refused by the
    /// responder in any case; this only spares people the refusal.
    public boolean fits(Standing standing) {
        if (this == FORCE_SHUT_DOWN) {
            return hasProcess(standing);
        }
        if (this == CONFIGURE) {
            return standing != Standing.STARTING && standing != Standing.STOPPING;
        }
        return switch (standing) {
            case STOPPED, FAILED, QUARANTINED -> this == START || this == HEALTH_CHECK;
            case STARTING, STOPPING -> this == HEALTH_CHECK;
            case PAUSED -> this != START && this != PAUSE;
            case UNKNOWN -> this == HEALTH_CHECK;
            case UNRESPONSIVE -> this != START && this != RESUME && this != PAUSE;
            case HEALTHY, DEGRADED, UNHEALTHY -> this != START && this != RESUME;
        };
    }

    private static boolean hasProcess(Standing standing) {
        return switch (standing) {
            case STOPPED, FAILED, QUARANTINED, UNKNOWN -> false;
            case STARTING, STOPPING, PAUSED, UNRESPONSIVE, HEALTHY, DEGRADED, UNHEALTHY -> true;
        };
    }
}
