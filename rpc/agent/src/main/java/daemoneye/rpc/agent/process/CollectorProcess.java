package daemoneye.rpc.agent.process;

import daemoneye.rpc.agent.process.limit.LimitReport;
import daemoneye.rpc.protocol.state.LastExit;

import java.util.concurrent.CompletableFuture;

/// A process of a collector, running or gone. Safe from any thread; nothing blocks.
public interface CollectorProcess {
    long pid();

    /// Completes, never exceptionally, as soon as the process is gone; on any thread.
    CompletableFuture<LastExit> exit();

    /// Whether it lives on when this program is gone.
    boolean outlivesUs();

    /// What became of the limits that it was started with, as the system says now.
    default LimitReport limits() {
        return LimitReport.NONE;
    }

    /// Asks the process to end (SIGTERM where there are signals). Does nothing once it is gone.
    void terminate();

    /// Ends the process, whatever is lost (SIGKILL). Does nothing once it is gone.
    void kill();
}
