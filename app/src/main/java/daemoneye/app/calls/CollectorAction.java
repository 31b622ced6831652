package daemoneye.app.calls;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.DangerClass;

/// What a person can do to one collector.
public enum CollectorAction {
    HEALTH_CHECK(CollectorOperation.HEALTH_CHECK),
    START(CollectorOperation.START),
    STOP(CollectorOperation.STOP),
    RESTART(CollectorOperation.RESTART),
    PAUSE(CollectorOperation.PAUSE),
    RESUME(CollectorOperation.RESUME);

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

    /// Whether a person is asked before it runs.
    public boolean asksFirst() {
        return operation.danger() == DangerClass.DISTURBING;
    }

    /// Verb, e.g. "Restart".
    public String verb() {
        return Messages.text("action." + key());
    }

    /// Verb and object, e.g. "Restart procmond".
    public String title(String collector) {
        return Messages.text("action.title", verb(), collector);
    }

    /// Whether it makes sense for a collector that stands so. What is impossible is refused by the
    /// responder in any case; this only spares people the refusal.
    public boolean fits(Standing standing) {
        return switch (standing) {
            case STOPPED, FAILED, QUARANTINED -> this == START || this == HEALTH_CHECK;
            case STARTING, STOPPING -> this == HEALTH_CHECK;
            case PAUSED -> this != START && this != PAUSE;
            case UNKNOWN -> this == HEALTH_CHECK;
            case UNRESPONSIVE -> this != START && this != RESUME && this != PAUSE;
            case HEALTHY, DEGRADED, UNHEALTHY -> this != START && this != RESUME;
        };
    }
}
