package daemoneye.rpc.client.fleet.record;

/// The two health checks that decide whether a silent collector is unresponsive. Loop thread only;
/// times are nanoseconds.
public final class ProbeRound {
    /// Checks that must all fail.
    public static final int PROBES = 2;

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
    public void reset() {
        begun = false;
        confirmed = false;
        sent = 0;
        failed = 0;
        answered = 0;
        number++;
    }

    public void begin(long nowNanos) {
        reset();
        begun = true;
        begunNanos = nowNanos;
    }

    public boolean begun() {
        return begun;
    }

    public long begunNanos() {
        return begunNanos;
    }

    public long sentNanos() {
        return sentNanos;
    }

    /// Tells the probes of this round from late ones of a round before.
    public int number() {
        return number;
    }

    public int sent() {
        return sent;
    }

    public void sent(long nowNanos) {
        sent++;
        sentNanos = nowNanos;
    }

    public void failed(String reason) {
        failed++;
        why = reason;
    }

    public void answered() {
        answered++;
    }

    public int failures() {
        return failed;
    }

    public boolean complete() {
        return failed + answered >= PROBES;
    }

    public boolean allFailed() {
        return failed >= PROBES;
    }

    /// All failed, and it was not our fault.
    public void confirm() {
        confirmed = true;
    }

    public boolean confirmed() {
        return confirmed;
    }

    /// Why the last failed one did, one sentence.
    public String why() {
        return why;
    }
}
