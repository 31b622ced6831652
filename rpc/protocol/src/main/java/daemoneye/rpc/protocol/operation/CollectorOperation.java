package daemoneye.rpc.protocol.operation;

import static daemoneye.rpc.protocol.operation.DangerClass.DANGEROUS;
import static daemoneye.rpc.protocol.operation.DangerClass.DISTURBING;
import static daemoneye.rpc.protocol.operation.DangerClass.READ;
import static daemoneye.rpc.protocol.operation.DangerClass.REVERSIBLE;
import static daemoneye.rpc.protocol.operation.Repeat.FREELY;
import static daemoneye.rpc.protocol.operation.Repeat.NEVER;
import static daemoneye.rpc.protocol.operation.Repeat.SAME_REQUEST;
import static daemoneye.rpc.protocol.operation.TimeoutBounds.seconds;

import java.util.Arrays;
import java.util.Optional;

/// Everything that can be asked, with the rules that hold for it. Timeouts are the design's
/// (section *Operation Timeouts*); operations it does not bound may take 1 to 300 s.
@SuppressWarnings("ImmutableEnumChecker") // a record of Durations, as immutable as can be
public enum CollectorOperation {
    REGISTER("Register", seconds(10, 1, 300), SAME_REQUEST, Role.COLLECTOR, READ),
    DEREGISTER("Deregister", seconds(10, 1, 300), SAME_REQUEST, Role.COLLECTOR, READ),
    START("Start", seconds(30, 30, 60), SAME_REQUEST, Role.OPERATOR, REVERSIBLE),
    STOP("Stop", seconds(30, 30, 60), SAME_REQUEST, Role.OPERATOR, DISTURBING),
    RESTART("Restart", seconds(60, 30, 60), NEVER, Role.OPERATOR, DISTURBING),
    HEALTH_CHECK("HealthCheck", seconds(5, 1, 10), FREELY, Role.VIEWER, READ),
    UPDATE_CONFIG("UpdateConfig", seconds(10, 10, 30), SAME_REQUEST, Role.OPERATOR, DISTURBING),
    GET_CONFIG("GetConfig", seconds(5, 1, 300), FREELY, Role.VIEWER, READ),
    GRACEFUL_SHUTDOWN(
            "GracefulShutdown", seconds(60, 60, 300), SAME_REQUEST, Role.OPERATOR, DISTURBING),
    FORCE_SHUTDOWN("ForceShutdown", seconds(5, 5, 5), NEVER, Role.ADMIN, DANGEROUS),
    GET_CAPABILITIES("GetCapabilities", seconds(5, 1, 300), FREELY, Role.VIEWER, READ),
    PAUSE("Pause", seconds(10, 1, 300), SAME_REQUEST, Role.OPERATOR, REVERSIBLE),
    RESUME("Resume", seconds(10, 1, 300), SAME_REQUEST, Role.OPERATOR, REVERSIBLE),
    EXECUTE_TASK("ExecuteTask", seconds(30, 1, 300), NEVER, Role.OPERATOR, REVERSIBLE),
    LIST_COLLECTORS("ListCollectors", seconds(5, 1, 300), FREELY, Role.VIEWER, READ),
    QUERY_OUTCOME("QueryOutcome", seconds(5, 1, 300), FREELY, Role.VIEWER, READ),
    QUERY_AUDIT("QueryAudit", seconds(10, 1, 300), FREELY, Role.ADMIN, READ),
    CANCEL("Cancel", seconds(5, 1, 300), FREELY, Role.OPERATOR, READ),
    /// An operation of a newer version: answered with `UNKNOWN_OPERATION`, never a crash.
    UNKNOWN("Unknown", seconds(5, 1, 300), NEVER, Role.ADMIN, DANGEROUS);

    private final String designName;
    private final TimeoutBounds timeout;
    private final Repeat repeat;
    private final Role role;
    private final DangerClass danger;

    CollectorOperation(
            String designName,
            TimeoutBounds timeout,
            Repeat repeat,
            Role role,
            DangerClass danger) {
        this.designName = designName;
        this.timeout = timeout;
        this.repeat = repeat;
        this.role = role;
        this.danger = danger;
    }

    /// The operation that the design calls `name` (case does not matter).
    public static Optional<CollectorOperation> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each != UNKNOWN && each.designName.equalsIgnoreCase(name))
                .findFirst();
    }

    /// As the design, the audit log and the command line write it, e.g. `HealthCheck`.
    public String designName() {
        return designName;
    }

    public TimeoutBounds timeout() {
        return timeout;
    }

    public Repeat repeat() {
        return repeat;
    }

    public Role role() {
        return role;
    }

    public DangerClass danger() {
        return danger;
    }

    /// Whether the operation changes something, and so is audited before it is dispatched.
    public boolean changes() {
        return repeat != FREELY;
    }

    @Override
    public String toString() {
        return designName;
    }
}
