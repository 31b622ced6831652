package daemoneye.house.wrong;

/// Breaks the rule of the one clock.
public final class SleepyPoller {
    public void poll() throws InterruptedException {
        Thread.sleep(1);
    }
}
