package daemoneye.rpc.agent.live;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real collector process without CAP_SYS_PTRACE, which its settings require.
@EnabledOnOs(OS.LINUX)
class MissingPrivilegeTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final String CAPABILITY = "CAP_SYS_PTRACE";

    @TempDir Path folder;

    @Test
    void aStartWithoutTheRequiredPrivilegeSaysWhichIsMissingAndIsNoCrash() throws Exception {
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        try (var desk = new Desk()) {
            var spec = new CollectorSpec(PROCMOND, "process-monitor", false);
            try (var agent = desk.agent(folder.resolve("run"), List.of(spec), unprivileged())) {
                var config =
                        Map.<String, ConfigValue>of(
                                "required_capabilities", ConfigValue.texts(List.of(CAPABILITY)));
                var outcome =
                        desk.start(PROCMOND, config, Optional.empty())
                                .get(Desk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                var error = ((CallOutcome.Failed) outcome).error();
                assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
                assertThat(error.category()).isEqualTo(ErrorCategory.PERMISSION);
                assertThat(error.message()).contains("insufficient privileges", CAPABILITY);
                assertThat(error.context())
                        .containsEntry("collector_id", ConfigValue.of("procmond"))
                        .containsEntry(
                                "required_privileges", ConfigValue.texts(List.of(CAPABILITY)))
                        .containsKey("current_privileges");
                assertThat(error.context().get("current_privileges").toString())
                        .doesNotContain(CAPABILITY);
                var info = agent.collectors().getFirst();
                assertThat(info.state()).isEqualTo(FAILED);
                assertThat(info.restarts()).isZero();
                assertThat(info.stateReason().orElseThrow()).doesNotContain("started again in");
            }
        }
    }

    /// The Java of this process, started so that a process of root, too, lacks the capability.
    private CollectorJvm unprivileged() throws Exception {
        var java = folder.resolve("java-home").resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        var real = Path.of(System.getProperty("java.home"), "bin", "java");
        var caps = "--bounding-set=-sys_ptrace --inh-caps=-sys_ptrace";
        boolean root = "root".equals(System.getProperty("user.name"));
        Files.writeString(
                java,
                "#!/bin/sh\nexec %s%s \"$@\"\n"
                        .formatted(root ? "/usr/bin/setpriv " + caps + " " : "", real));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var ours = CollectorJvm.ofThisProcess();
        return new CollectorJvm(folder.resolve("java-home"), ours.classPath());
    }
}
