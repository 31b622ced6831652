package daemoneye.rpc.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.time.SystemTicker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Real processes, tiny ones.
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SystemTicker ticker = new SystemTicker("test");
    private final List<ChildProcess> started = new ArrayList<>();

    @AfterEach
    void leaveNothingBehind() {
        started.forEach(ChildProcess::kill);
        ticker.close();
    }

    @Test
    void anExitCodeIsKept() throws Exception {
        var exit = exitOf(shell("exit 3"));
        assertThat(exit.exitCode()).hasValue(3);
        assertThat(exit.signal()).isEmpty();
        assertThat(exit.summary()).isEqualTo("exit code 3");
    }

    @Test
    void theLastOutputComesWithTheExit() throws Exception {
        var exit = exitOf(shell("echo to out; echo to err >&2; exit 1"));
        assertThat(exit.lastOutput()).containsExactly("to out", "to err");
    }

    @Test
    void aProcessThatPrintsALotIsNeverHeldUp() throws Exception {
        var exit = exitOf(shell("seq 1 200000; echo done"));
        assertThat(exit.exitCode()).hasValue(0);
        assertThat(exit.lastOutput()).hasSize(20).endsWith("200000", "done");
    }

    /// A virtual thread that reads a pipe keeps its carrier. Java lends a spare one, and takes it
    /// back after 30 s of quiet: too long for a test to see, and then nothing is answered any more.
    @Test
    void aQuietChildIsReadByAThreadOfItsOwnAndHoldsUpNoVirtualThread() throws Exception {
        var child = shell("echo ready; exec cat");
        awaitOutput(child, "ready");

        assertThat(Thread.getAllStackTraces().keySet())
                .as("platform threads")
                .extracting(Thread::getName)
                .contains("output-of-" + child.pid());
    }

    @Test
    void terminateIsSeenAsItsSignal() throws Exception {
        var child = shell("exec sleep 60");
        child.terminate();
        assertThat(exitOf(child).signal()).contains("SIGTERM");
    }

    @Test
    void oneThatIgnoresTerminateStillDiesOfKill() throws Exception {
        var child = shell("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        awaitOutput(child, "ready");
        child.terminate();
        assertThatThrownBy(() -> child.exit().get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        child.kill();
        assertThat(exitOf(child).signal()).contains("SIGKILL");
    }

    @Test
    void aChildSeesTheEndOfItsInputOnlyWhenWeLetGo() throws Exception {
        var child = shell("echo ready; cat; echo alone");
        awaitOutput(child, "ready");
        assertThat(child.exit()).isNotDone();
        child.letGo();
        assertThat(exitOf(child).lastOutput()).containsExactly("ready", "alone");
    }

    @Test
    void aGrandchildThatHoldsTheOutputDoesNotDelayTheExit() throws Exception {
        var child = shell("sleep 5 & echo $!; exit 4");
        var exit = exitOf(child);
        assertThat(exit.exitCode()).hasValue(4);
        long grandchild = Long.parseLong(exit.lastOutput().getFirst());
        assertThat(ProcessHandle.of(grandchild))
                .as("the grandchild still lives")
                .isPresent()
                .get()
                .satisfies(ProcessHandle::destroyForcibly);
    }

    @Test
    void aProcessOfSomebodyElseIsSeenToEnd() throws Exception {
        var child = shell("exec sleep 60");
        var foreign = ForeignProcess.find(child.pid(), ticker).orElseThrow();
        foreign.terminate();
        var exit = foreign.exit().get(10, TimeUnit.SECONDS);
        assertThat(exit.exitCode()).isEmpty();
        assertThat(exitOf(child).signal()).contains("SIGTERM");
        assertThat(ForeignProcess.find(ProcessHandle.current().pid(), ticker)).isEmpty();
    }

    @Test
    void aCommandThatDoesNotExistIsAnException() {
        assertThatThrownBy(
                        () ->
                                ChildProcess.start(
                                        new ProcessBuilder("/nowhere/at-all"), false, ticker))
                .isInstanceOf(IOException.class);
    }

    private ChildProcess shell(String script) throws IOException {
        var child = ChildProcess.start(new ProcessBuilder("sh", "-c", script), false, ticker);
        started.add(child);
        return child;
    }

    private static LastExit exitOf(ChildProcess child) throws Exception {
        return child.exit().get(10, TimeUnit.SECONDS);
    }

    private void awaitOutput(ChildProcess child, String line) {
        long began = ticker.nanos();
        while (!child.lastOutput().contains(line)) {
            assertThat(ticker.since(began)).as("waits for " + line).isLessThan(PATIENCE);
            Thread.onSpinWait();
        }
    }
}
