package daemoneye.rpc.cli.daemon;

import java.util.concurrent.CountDownLatch;

/// Keeps a daemon alive until the system or a person tells it to end (SIGTERM, SIGINT), then ends
/// it cleanly. Such an end is what was asked for, so the process ends with 0 and not with the
/// number of the signal.
final class UntilTold {
    private UntilTold() {}

    /// Never returns.
    ///
    /// @param end ends everything, in order; on a thread of its own
    static void run(Runnable end) throws InterruptedException {
        var hook =
                Thread.ofPlatform()
                        .name("end")
                        .unstarted(
                                () -> {
                                    end.run();
                                    // Without this the exit code would be 128 + the signal.
                                    Runtime.getRuntime().halt(0);
                                });
        Runtime.getRuntime().addShutdownHook(hook);
        new CountDownLatch(1).await();
    }
}
