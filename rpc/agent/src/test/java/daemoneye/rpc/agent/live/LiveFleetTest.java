package daemoneye.rpc.agent.live;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.PAUSED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// A broker on a Unix socket, an agent, and its four collectors as processes of their own. Each
/// test plays with one of them.
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFleetTest {
    private static final ResourceLimits LIMITS =
            new ResourceLimits(
                    OptionalLong.of(128 << 20), OptionalDouble.empty(), OptionalLong.of(256));
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final CollectorId NETMOND = new CollectorId("netmond");
    private static final CollectorId FSMOND = new CollectorId("fsmond");
    private static final CollectorId PERFMOND = new CollectorId("perfmond");

    private Desk desk;
    private Agent agent;

    @BeforeAll
    void fourCollectorsStartWithTheirAgent(@TempDir Path folder) throws Exception {
        desk = new Desk();
        agent = desk.agent(folder, AgentSettings.STANDARD_COLLECTORS);
        for (var spec : AgentSettings.STANDARD_COLLECTORS) {
            desk.await(spec.id(), info -> info.state() == RUNNING);
        }
    }

    @AfterAll
    void noneIsLeftWhenTheAgentEnds() {
        var pids =
                agent.collectors().stream()
                        .filter(info -> info.pid().isPresent())
                        .map(info -> info.pid().getAsLong())
                        .toList();
        long began = desk.ticker().nanos();
        agent.close();
        assertThat(desk.ticker().since(began)).isLessThan(Duration.ofSeconds(6));
        desk.close();
        assertThat(pids).hasSize(4).noneMatch(LiveFleetTest::lives);
    }

    @Test
    void everyCollectorIsAProcessThatAnswersForItself() throws Exception {
        for (var spec : AgentSettings.STANDARD_COLLECTORS) {
            desk.await(spec.id(), info -> info.state() == RUNNING);
            assertThat(lives(desk.info(spec.id()).pid().orElseThrow())).isTrue();
            var done = Desk.done(desk.calls.healthCheck(spec.id()));
            assertThat(done.response().payload()).containsInstanceOf(HealthCheckData.class);
        }
        var done = Desk.done(desk.calls.capabilities(PERFMOND));
        assertThat(done.response().payload()).containsInstanceOf(CapabilitiesData.class);
    }

    @Test
    void aKilledCollectorIsSeenWithinASecondAndStartedAgain() throws Exception {
        desk.await(PROCMOND, info -> info.state() == RUNNING);
        var before = desk.info(PROCMOND);
        var failed = desk.seenAt(PROCMOND, info -> info.state() == FAILED);
        long killed = desk.ticker().nanos();
        assertThat(handle(before.pid().orElseThrow()).destroyForcibly()).isTrue();
        long seen = failed.get(20, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(seen - killed)).isLessThan(Duration.ofSeconds(1));
        var info = desk.info(PROCMOND);
        assertThat(info.lastExit().flatMap(LastExit::signal)).contains("SIGKILL");
        desk.await(PROCMOND, after -> after.state() == RUNNING && after.restarts() == 1);
        var after = desk.info(PROCMOND);
        assertThat(after.incarnation().orElseThrow())
                .isGreaterThan(before.incarnation().orElseThrow());
        assertThat(after.pid()).isNotEqualTo(before.pid());
    }

    @Test
    void stopStartRestartPauseAndResumeActOnTheRealProcess() throws Exception {
        desk.await(NETMOND, info -> info.state() == RUNNING);
        var first = desk.info(NETMOND).pid().orElseThrow();
        Desk.done(desk.calls.stop(NETMOND, step -> {}));
        assertThat(lives(first)).isFalse();
        desk.await(NETMOND, info -> info.state() == STOPPED);
        assertThat(Desk.failed(desk.calls.healthCheck(NETMOND)))
                .isEqualTo(ErrorCode.COLLECTOR_NOT_RUNNING.name());
        Desk.done(desk.calls.start(NETMOND, step -> {}));
        desk.await(NETMOND, info -> info.state() == RUNNING);
        var second = desk.info(NETMOND).pid().orElseThrow();
        assertThat(Desk.failed(desk.calls.start(NETMOND, step -> {})))
                .isEqualTo(ErrorCode.COLLECTOR_ALREADY_RUNNING.name());
        Desk.done(desk.calls.pause(NETMOND));
        desk.await(NETMOND, info -> info.state() == PAUSED);
        Desk.done(desk.calls.resume(NETMOND));
        desk.await(NETMOND, info -> info.state() == RUNNING);
        Desk.done(desk.calls.restart(NETMOND, step -> {}));
        assertThat(lives(second)).isFalse();
        desk.await(NETMOND, info -> info.state() == RUNNING);
        assertThat(desk.info(NETMOND).pid().orElseThrow()).isNotEqualTo(second);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void limitsHoldForTheRealProcessAndForTheOneThatFollowsACrash() throws Exception {
        desk.await(PERFMOND, info -> info.state() == RUNNING);
        Desk.done(desk.calls.stop(PERFMOND, step -> {}));
        var answer =
                Desk.done(desk.start(PERFMOND, Map.of(), Optional.of(LIMITS)))
                        .response()
                        .payload()
                        .orElseThrow();
        assertThat(((GenericPayload) answer).values().get("limits_applied"))
                .asString()
                .contains("max_open_files: 256, as RLIMIT_NOFILE", "max_memory_bytes: heap of 84");
        desk.await(PERFMOND, info -> info.state() == RUNNING);
        long first = desk.info(PERFMOND).pid().orElseThrow();
        assertThat(openFilesOf(first)).isEqualTo("256");
        handle(first).destroyForcibly();
        desk.await(PERFMOND, info -> info.state() == RUNNING && info.restarts() == 1);
        assertThat(openFilesOf(desk.info(PERFMOND).pid().orElseThrow())).isEqualTo("256");
    }

    private static String openFilesOf(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" +", -1)[4])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHungCollectorIsToldAndForgivenWhenItBeatsAgain() throws Exception {
        desk.await(FSMOND, info -> info.state() == RUNNING);
        long pid = desk.info(FSMOND).pid().orElseThrow();
        signal("STOP", pid);
        try {
            desk.await(FSMOND, LiveFleetTest::doesNotRespond);
            assertThat(desk.info(FSMOND).state()).isEqualTo(RUNNING);
        } finally {
            signal("CONT", pid);
        }
        desk.await(FSMOND, info -> info.state() == RUNNING && info.stateReason().isEmpty());
        assertThat(desk.info(FSMOND).pid()).hasValue(pid);
    }

    private static boolean doesNotRespond(CollectorInfo info) {
        return info.stateReason().filter(why -> why.startsWith("it does not respond")).isPresent();
    }

    private static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
