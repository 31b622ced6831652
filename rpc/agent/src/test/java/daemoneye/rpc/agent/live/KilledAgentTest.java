package daemoneye.rpc.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@DisabledOnOs(OS.WINDOWS)
class KilledAgentTest {
    @TempDir Path folder;

    @Test
    void collectorsLeaveWithinFiveSecondsWhenTheirAgentIsKilled() throws Exception {
        try (var desk = new Desk()) {
            var agent = AgentProcess.start(desk, folder, false);
            try {
                var specs = AgentSettings.STANDARD_COLLECTORS.subList(0, 2);
                for (var spec : specs) {
                    desk.await(spec.id(), info -> info.state() == ProcessState.RUNNING);
                }
                var collectors =
                        specs.stream()
                                .map(spec -> desk.info(spec.id()).pid().orElseThrow())
                                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                                .toList();
                assertThat(collectors).hasSize(2).allMatch(ProcessHandle::isAlive);
                agent.kill();
                var gone =
                        collectors.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(gone).get(5, TimeUnit.SECONDS);
            } finally {
                agent.kill();
            }
        }
    }
}
