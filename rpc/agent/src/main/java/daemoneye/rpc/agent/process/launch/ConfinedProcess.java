package daemoneye.rpc.agent.process.launch;

import daemoneye.rpc.agent.process.ChildProcess;
import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.limit.Confinement;
import daemoneye.rpc.agent.process.limit.LimitReport;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A child within limits, which are taken away when it is gone.
final class ConfinedProcess implements CollectorProcess {
    private static final Duration TRY_AGAIN = Duration.ofMillis(200);
    private static final int MOST_TRIES = 25;

    private final ChildProcess child;
    private final Confinement confinement;
    private final Ticker ticker;

    ConfinedProcess(ChildProcess child, Confinement confinement, Ticker ticker) {
        this.child = child;
        this.confinement = confinement;
        this.ticker = ticker;
        var _ = child.exit().thenRun(() -> release(MOST_TRIES));
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public CompletableFuture<LastExit> exit() {
        return child.exit();
    }

    @Override
    public boolean outlivesUs() {
        return child.outlivesUs();
    }

    @Override
    public LimitReport limits() {
        return confinement.report();
    }

    @Override
    public void terminate() {
        child.terminate();
    }

    @Override
    public void kill() {
        child.kill();
    }

    // A grandchild may live on for a moment; what stays is removed at the next start.
    private void release(int tries) {
        if (!confinement.release() && tries > 0) {
            ticker.after(TRY_AGAIN, () -> release(tries - 1));
        }
    }
}
