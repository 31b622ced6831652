package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// A process of this host that is no child of ours, because somebody else started it or an agent
/// before us: it can be watched and ended, but its output is not ours, and the system does not tell
/// us its exit code.
public final class ForeignProcess implements CollectorProcess {
    /// How often it is looked at. Java alone would notice the end of a stranger up to 5 s late.
    static final Duration LOOK = Duration.ofMillis(250);

    private final ProcessHandle handle;
    private final Ticker ticker;
    private final CompletableFuture<LastExit> exit = new CompletableFuture<>();

    private ForeignProcess(ProcessHandle handle, Ticker ticker) {
        this.handle = handle;
        this.ticker = ticker;
    }

    /// The process with this number; empty if there is none, or if it is this very process.
    public static Optional<CollectorProcess> find(long pid, Ticker ticker) {
        return ProcessHandle.of(pid)
                .filter(handle -> lives(handle) && !handle.equals(ProcessHandle.current()))
                .map(handle -> watched(new ForeignProcess(handle, ticker)));
    }

    @Override
    public long pid() {
        return handle.pid();
    }

    @Override
    public CompletableFuture<LastExit> exit() {
        return exit.copy();
    }

    @Override
    public boolean outlivesUs() {
        return true;
    }

    @Override
    public void terminate() {
        handle.destroy();
    }

    @Override
    public void kill() {
        handle.destroyForcibly();
    }

    private static ForeignProcess watched(ForeignProcess process) {
        process.look();
        return process;
    }

    private void look() {
        if (lives(handle)) {
            ticker.after(LOOK, this::look);
        } else {
            exit.complete(
                    new LastExit(OptionalInt.empty(), Optional.empty(), ticker.now(), List.of()));
        }
    }

    private static boolean lives(ProcessHandle handle) {
        return handle.isAlive() && !ProcessStat.isDefunct(handle.pid());
    }
}
