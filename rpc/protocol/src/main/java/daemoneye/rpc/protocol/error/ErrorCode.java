package daemoneye.rpc.protocol.error;

/// Every code that this version uses, with its category and what a person can do about it. On the
/// wire a code is text, so that a newer version's code passes through unharmed.
public enum ErrorCode {
    NO_RESPONDER(
            ErrorCategory.COMMUNICATION,
            "Nobody answers this topic: check the collector id, and that its agent is connected."),
    LINK_LOST(
            ErrorCategory.COMMUNICATION,
            "The link to the broker broke: wait for the reconnect, then ask what became of it."),
    NOT_CONNECTED(
            ErrorCategory.COMMUNICATION,
            "There is no link to the broker: start one or correct --connect."),
    RESPONDER_LOST(
            ErrorCategory.COMMUNICATION,
            "The responder left before it answered: check its state, then decide."),
    REQUEST_REFUSED(
            ErrorCategory.COMMUNICATION,
            "The broker refused the request and nothing happened: see the broker's log for why."),
    CIRCUIT_OPEN(
            ErrorCategory.COMMUNICATION,
            "It did not answer several times in a row: wait for next_probe_in_ms, or reset the"
                    + " breaker if you know that it is well."),
    DEADLINE_EXCEEDED(
            ErrorCategory.TIMEOUT, "No answer in time: check what happened before trying again."),
    COLLECTOR_NOT_RUNNING(ErrorCategory.RESOURCE, "Start the collector first."),
    COLLECTOR_ALREADY_RUNNING(ErrorCategory.RESOURCE, "It runs already: restart it instead."),
    COLLECTOR_BUSY(
            ErrorCategory.RESOURCE, "Another operation on it is in progress: wait for its end."),
    COLLECTOR_START_FAILED(
            ErrorCategory.INTERNAL, "See the last output in the context, mend it, start again."),
    COLLECTOR_STOP_FAILED(ErrorCategory.INTERNAL, "The process did not end: force the shutdown."),
    INCARNATION_CHANGED(
            ErrorCategory.RESOURCE, "The collector was restarted meanwhile: look again, then act."),
    NOT_OWNER(ErrorCategory.CONFIGURATION, "Another agent owns this collector."),
    UNKNOWN_OPERATION(
            ErrorCategory.CONFIGURATION,
            "The responder does not know this operation: compare versions."),
    CONFIG_CONFLICT(
            ErrorCategory.CONFIGURATION,
            "Somebody changed it meanwhile: read the current version, then decide again."),
    CONFIG_NOT_SAVED(
            ErrorCategory.RESOURCE,
            "The agent cannot use its disk: mend what the message names, then try again."),
    OPERATION_NOT_SUPPORTED(
            ErrorCategory.CONFIGURATION, "The collector does not offer it: see its capabilities."),
    INVALID_PAYLOAD(ErrorCategory.CONFIGURATION, "Correct the field that the message names."),
    INVALID_TIMEOUT(ErrorCategory.CONFIGURATION, "Use a timeout within the operation's bounds."),
    REQUEST_ID_REUSED(
            ErrorCategory.CONFIGURATION, "Another request had this id: send it with a new one."),
    REQUEST_UNKNOWN(
            ErrorCategory.CONFIGURATION,
            "No such request here: check its id, and that you ask where you sent it."),
    CANCEL_TOO_LATE(ErrorCategory.RESOURCE, "It cannot be stopped any more: ask for its outcome."),
    TOO_LARGE(ErrorCategory.RESOURCE, "Send less: a frame holds 1 MiB at most."),
    TOO_MANY_REQUESTS(ErrorCategory.RESOURCE, "Wait for retry_after_ms, then try again."),
    PERMISSION_DENIED(
            ErrorCategory.PERMISSION, "Connect with a role that may, or ask who runs the broker."),
    AUTH_FAILED(
            ErrorCategory.PERMISSION,
            "Give a token that the broker knows (--token-file), or ask who runs it for one."),
    AUDIT_UNAVAILABLE(
            ErrorCategory.RESOURCE,
            "The audit log cannot be written: mend the disk or the rights of audit_folder. It is"
                    + " tried every second."),
    CANCELLED(ErrorCategory.INTERNAL, "It was cancelled before it took effect."),
    INTERNAL_ERROR(ErrorCategory.INTERNAL, "A bug: report it with the correlation id.");

    private final ErrorCategory category;
    private final String nextStep;

    ErrorCode(ErrorCategory category, String nextStep) {
        this.category = category;
        this.nextStep = nextStep;
    }

    public ErrorCategory category() {
        return category;
    }

    /// One sentence for people: what to do next.
    public String nextStep() {
        return nextStep;
    }
}
