package daemoneye.rpc.agent.live;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.process.ChildProcess;
import daemoneye.rpc.agent.process.ProcessStat;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Agents that are killed and come back, with two real collectors.
@EnabledOnOs(OS.LINUX)
class AdoptionTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final CollectorId NETMOND = new CollectorId("netmond");

    @TempDir Path folder;
    private Desk desk;
    private ChildProcess agent;

    @BeforeEach
    void aBrokerIsThere() throws Exception {
        desk = new Desk();
    }

    @AfterEach
    void nothingIsLeft() {
        agent.kill();
        collectors().forEach(ProcessHandle::destroyForcibly);
        desk.close();
    }

    @Test
    void collectorsThatOutliveAKilledAgentAreTakenOverAndNeverDoubled() throws Exception {
        agent = agentProcess(true);
        var before = List.of(awaitState(PROCMOND, RUNNING), awaitState(NETMOND, RUNNING));
        killAgent();
        long killed = before.get(1).pid().orElseThrow();
        var found = desk.seenAt(PROCMOND, info -> isFoundAgain(info));
        handle(killed).destroyForcibly();
        // As after a kill between the spawn and the write: then the list of processes must do.
        Files.delete(folder.resolve("agent-desk-processes.json"));
        agent = agentProcess(true);
        found.get(Desk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var after = awaitState(PROCMOND, RUNNING);
        assertThat(after.pid()).isEqualTo(before.get(0).pid());
        assertThat(after.incarnation()).isEqualTo(before.get(0).incarnation());
        desk.await(NETMOND, info -> runsAs(info, before.get(1).incarnation().orElseThrow()));
        assertThat(collectors()).hasSize(2);
        desk.await(PROCMOND, info -> !info.eventTypes().isEmpty());

        // What was taken over is looked after like any other.
        var failed = desk.seenAt(PROCMOND, info -> info.state() == FAILED);
        long at = desk.ticker().nanos();
        handle(after.pid().orElseThrow()).destroyForcibly();
        long seen = failed.get(20, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(seen - at)).isLessThan(Duration.ofSeconds(1));
        desk.await(PROCMOND, info -> runsAs(info, after.incarnation().orElseThrow()));
        assertThat(collectors()).hasSize(2);
    }

    @Test
    void theEndOfACollectorThatDoesNotOutliveItsAgentIsWaitedFor() throws Exception {
        agent = agentProcess(false);
        awaitState(NETMOND, RUNNING);
        var before = awaitState(PROCMOND, RUNNING);
        long pid = before.pid().orElseThrow();
        signal("STOP", pid);
        killAgent();
        agent = agentProcess(false);
        desk.await(PROCMOND, info -> info.state() == STOPPING);
        assertThat(desk.info(PROCMOND).pid()).hasValue(pid);
        assertThat(collectors().stream().map(ProcessHandle::pid)).contains(pid);
        var next = desk.seenAt(PROCMOND, info -> info.state() == STARTING);
        signal("CONT", pid);
        next.get(Desk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(handleIsGone(pid)).isTrue();
        desk.await(PROCMOND, info -> runsAs(info, before.incarnation().orElseThrow()));
        assertThat(collectors()).hasSize(2);
    }

    private CollectorInfo awaitState(CollectorId id, ProcessState state) {
        desk.await(id, info -> info.state() == state);
        return desk.info(id);
    }

    private static boolean isFoundAgain(CollectorInfo info) {
        return info.stateReason().filter(why -> why.startsWith("found again")).isPresent();
    }

    private static boolean runsAs(CollectorInfo info, Incarnation successorOf) {
        Predicate<Incarnation> newer = life -> life.compareTo(successorOf) > 0;
        return info.state() == RUNNING && info.incarnation().filter(newer).isPresent();
    }

    private void killAgent() throws Exception {
        agent.kill();
        agent.exit().get(10, TimeUnit.SECONDS);
    }

    /// Every living process that was told this desk's broker as a collector.
    private List<ProcessHandle> collectors() {
        var address = desk.address().toString();
        return ProcessHandle.allProcesses()
                .filter(
                        each ->
                                ProcessStat.commandLine(each.pid())
                                        .filter(words -> words.contains("--incarnation"))
                                        .filter(words -> words.contains(address))
                                        .isPresent())
                .toList();
    }

    private ChildProcess agentProcess(boolean stay) throws Exception {
        return AgentProcess.start(desk, folder, stay);
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static boolean handleIsGone(long pid) {
        return ProcessStat.commandLine(pid).isEmpty();
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
