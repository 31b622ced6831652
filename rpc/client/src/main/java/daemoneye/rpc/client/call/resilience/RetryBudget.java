package daemoneye.rpc.client.call.resilience;

/// Keeps repeats from making a bad day worse: each call earns a tenth of a repeat, so in the long
/// run at most every eleventh message is one. What is saved up is bounded. Safe from any thread.
final class RetryBudget {
    /// Repeats that may be saved up; also the allowance to begin with, so that a program which
    /// makes a single call may repeat it.
    static final int MOST_SAVED = 10;

    private static final int REPEAT_COSTS = 10;
    private int tenths = MOST_SAVED * REPEAT_COSTS;

    /// A call begins.
    synchronized void earn() {
        tenths = Math.min(tenths + 1, MOST_SAVED * REPEAT_COSTS);
    }

    /// @return false if there is nothing left to spend
    synchronized boolean spend() {
        if (tenths < REPEAT_COSTS) {
            return false;
        }
        tenths -= REPEAT_COSTS;
        return true;
    }
}
