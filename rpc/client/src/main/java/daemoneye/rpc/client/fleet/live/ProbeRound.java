package daemoneye.rpc.client.fleet.live;

/// The two health checks that decide whether a silent collector is unresponsive. Loop thread only;
/// times are nanoseconds.
final class ProbeRound {
    /// Checks that must all fail.
    static final int PROBES = 2;

    private boolean begun;
    private boolean confirmed;
    private long begunNanos;
    private long sentNanos;
    private int sent;
    private int failed;
    private int answered;
    private int number;
    private String why = "";

    /// Forgets everything; probes under way do not count any more.
    void reset() {
        begun = false;
        confirmed = false;
        sent = 0;
        failed = 0;
        answered = 0;
        number++;
    }

    void begin(long nowNanos) {
        reset();
        begun = true;
        begunNanos = nowNanos;
    }

    boolean begun() {
        return begun;
    }

    long begunNanos() {
        return begunNanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    /// Tells the probes of this round from late ones of a round before.
    int number() {
        return number;
    }

    int sent() {
        return sent;
    }

    void sent(long nowNanos) {
        sent++;
        sentNanos = nowNanos;
    }

    void failed(String reason) {
        failed++;
        why = reason;
    }

    void answered() {
        answered++;
    }

    int failures() {
        return failed;
    }

    boolean complete() {
        return failed + answered >= PROBES;
    }

    boolean allFailed() {
        return failed >= PROBES;
    }

    /// All failed, and it was not our fault.
    void confirm() {
        confirmed = true;
    }

    boolean confirmed() {
        return confirmed;
    }

    /// Why the last failed one did, one sentence.
    String why() {
        return why;
    }
}
