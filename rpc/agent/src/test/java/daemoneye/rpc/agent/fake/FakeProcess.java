package daemoneye.rpc.agent.fake;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.protocol.state.LastExit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// A process that ends when told to, and remembers the signals it got.
public final class FakeProcess implements CollectorProcess {
    private final long pid;
    private final LaunchOrder order;
    private final CompletableFuture<LastExit> exit = new CompletableFuture<>();
    private boolean diesOfKill = true;
    private boolean diesOfTerminate;
    private int terminated;
    private int killed;

    FakeProcess(long pid, LaunchOrder order) {
        this.pid = pid;
        this.order = order;
    }

    /// It ends with this code, having printed these lines.
    public void ends(int code, String... output) {
        exit.complete(
                new LastExit(
                        OptionalInt.of(code), Optional.empty(), Instant.EPOCH, List.of(output)));
    }

    /// A signal ends it.
    public void endsBy(String signal) {
        exit.complete(
                new LastExit(OptionalInt.empty(), Optional.of(signal), Instant.EPOCH, List.of()));
    }

    /// The system holds it, e.g. on a dead network file system.
    public void survivesEverything() {
        diesOfKill = false;
    }

    public void diesOfTerminate() {
        diesOfTerminate = true;
    }

    public LaunchOrder order() {
        return order;
    }

    public int terminated() {
        return terminated;
    }

    public int killed() {
        return killed;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public CompletableFuture<LastExit> exit() {
        return exit;
    }

    @Override
    public boolean outlivesUs() {
        return true;
    }

    @Override
    public void terminate() {
        terminated++;
        if (diesOfTerminate) {
            endsBy("SIGTERM");
        }
    }

    @Override
    public void kill() {
        killed++;
        if (diesOfKill) {
            endsBy("SIGKILL");
        }
    }
}
