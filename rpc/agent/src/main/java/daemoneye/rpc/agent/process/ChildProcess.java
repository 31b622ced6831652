package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A child of this process. Its standard input stays open as long as we live: the child sees the
/// end of it when we are gone. Its output is read on a thread of its own, so that it never waits
/// for us, and the last of it is kept.
public final class ChildProcess implements CollectorProcess {
    /// How long the last output is waited for once the process is gone. Grandchildren may hold the
    /// pipe open for ever; what a dead process printed is in the pipe already.
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    /// Reading lines needs little.
    private static final long STACK_BYTES = 256 * 1024;

    private final Process process;
    private final OutputStream lifeline;
    private final boolean stays;
    private final OutputTail output = new OutputTail();
    private final CompletableFuture<LastExit> exit;

    private ChildProcess(Process process, boolean stays, Ticker ticker) {
        this.process = process;
        this.stays = stays;
        this.lifeline = process.getOutputStream();
        var read = new CompletableFuture<Void>();
        // Not a virtual thread: reading a pipe keeps its carrier, and four quiet children on a
        // small machine would leave none to answer requests with.
        Thread.ofPlatform()
                .daemon()
                .stackSize(STACK_BYTES)
                .name("output-of-" + process.pid())
                .start(
                        () -> {
                            output.drain(process.getInputStream());
                            read.complete(null);
                        });
        this.exit =
                process.onExit()
                        .thenCompose(
                                gone -> {
                                    ticker.after(LAST_WORDS, () -> read.complete(null));
                                    return read;
                                })
                        .thenApply(
                                _ ->
                                        ExitStatus.read(
                                                process.exitValue(), ticker.now(), output.lines()));
    }

    /// Starts the command with its output and its errors in one stream.
    ///
    /// @param stays whether it lives on when its standard input ends
    /// @throws IOException if the system cannot start it
    public static ChildProcess start(ProcessBuilder command, boolean stays, Ticker ticker)
            throws IOException {
        return new ChildProcess(command.redirectErrorStream(true).start(), stays, ticker);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<LastExit> exit() {
        return exit.copy();
    }

    @Override
    public boolean outlivesUs() {
        return stays;
    }

    /// What it printed so far, see [OutputTail].
    public List<String> lastOutput() {
        return output.lines();
    }

    // Through the handle: Process.destroy would close the pipes and lose the last words.
    @Override
    public void terminate() {
        process.toHandle().destroy();
    }

    @Override
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /// Closes the child's standard input, as if we were gone.
    void letGo() throws IOException {
        lifeline.close();
    }
}
