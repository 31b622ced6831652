package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// A process of this host that somebody else started: it can be watched and ended, but its output
/// is not ours, and the system does not tell us its exit code.
public final class ForeignProcess implements CollectorProcess {
    private final ProcessHandle handle;
    private final CompletableFuture<LastExit> exit;

    private ForeignProcess(ProcessHandle handle, Ticker ticker) {
        this.handle = handle;
        this.exit =
                handle.onExit()
                        .thenApply(
                                _ ->
                                        new LastExit(
                                                OptionalInt.empty(),
                                                Optional.empty(),
                                                ticker.now(),
                                                List.of()));
    }

    /// The process with this number; empty if there is none, or if it is this very process.
    public static Optional<CollectorProcess> find(long pid, Ticker ticker) {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.isAlive() && !handle.equals(ProcessHandle.current()))
                .map(handle -> new ForeignProcess(handle, ticker));
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
    public void terminate() {
        handle.destroy();
    }

    @Override
    public void kill() {
        handle.destroyForcibly();
    }
}
