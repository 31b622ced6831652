package daemoneye.rpc.agent.process.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.agent.process.LaunchTerms;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.wire.Address;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

class JavaCollectorLauncherTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir Path folder;
    private final SystemTicker ticker = new SystemTicker("test");

    @AfterEach
    void stopTime() {
        ticker.close();
    }

    @Test
    void aMissingJavaIsSaidPlainly() {
        var jvm = new CollectorJvm(folder.resolve("gone"), List.of(folder));
        assertThatThrownBy(() -> launcher(jvm).launch(order(Map.of(), Optional.empty())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Java is missing at " + folder.resolve("gone"))
                .hasMessageContaining("repair the installation");
    }

    @Test
    void theFlagsAreThoseOfThisJavaAndAMissingMainClassIsToldByTheChild() throws Exception {
        var jvm = new CollectorJvm(JAVA_HOME, List.of(folder));
        var exit =
                launcher(jvm)
                        .launch(order(Map.of(), Optional.empty()))
                        .exit()
                        .get(30, TimeUnit.SECONDS);
        assertThat(exit.exitCode()).hasValue(1);
        assertThat(exit.lastOutput())
                .first()
                .asString()
                .isEqualTo("Error: Could not find or load main class " + CollectorJvm.MAIN_CLASS);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void settingsGoThroughAFileNotThroughTheListOfProcesses() throws Exception {
        var script = folder.resolve("bin").resolve("java");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\nfor each; do echo \"$each\"; done\nenv\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var config = Map.<String, ConfigValue>of("token", ConfigValue.of("s3cret"));
        var exit =
                launcher(new CollectorJvm(folder, List.of(folder)))
                        .launch(order(config, Optional.empty()))
                        .exit()
                        .get(30, TimeUnit.SECONDS);
        var file = folder.resolve("procmond-settings.json");
        assertThat(exit.lastOutput())
                .containsSubsequence(
                        CollectorJvm.MAIN_CLASS,
                        "--id",
                        "procmond",
                        "--type",
                        "process-monitor",
                        "--connect",
                        "unix:/run/x/broker.sock",
                        "--agent",
                        "agent-a",
                        "--incarnation",
                        "42",
                        "--heartbeat-ms",
                        "1000",
                        "--audit",
                        folder.resolve("audit").toString(),
                        "--stay",
                        "--config",
                        file.toString())
                .noneMatch(line -> line.contains("s3cret") || line.contains("LD_PRELOAD"));
        assertThat(file).hasContent("{\"token\":\"s3cret\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aMemoryLimitBecomesTheSizeOfTheHeap() {
        var jvm = new CollectorJvm(JAVA_HOME, List.of(folder));
        assertThat(jvm.command(Optional.empty())).contains("-Xmx48m");
        assertThat(jvm.command(limit(200))).contains("-Xmx156m");
        assertThat(jvm.command(limit(1))).contains("-Xmx16m");
    }

    @Test
    void aCacheBesideTheJarsIsUsed() throws Exception {
        var jar = folder.resolve("collector.jar");
        var jvm = new CollectorJvm(JAVA_HOME, List.of(jar));
        assertThat(jvm.command(Optional.empty())).noneMatch(each -> each.contains("AOTCache"));
        var cache = Files.createFile(folder.resolve(CollectorJvm.AOT_CACHE));
        assertThat(jvm.command(Optional.empty())).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void theClassPathOfThisProcessComesWithoutTheWindow() {
        assertThat(CollectorJvm.ofThisProcess().classPath())
                .isNotEmpty()
                .noneMatch(entry -> entry.toString().contains("javafx"))
                .anyMatch(entry -> entry.toString().contains("slf4j"));
    }

    private static Optional<ResourceLimits> limit(long mib) {
        return Optional.of(
                new ResourceLimits(
                        OptionalLong.of(mib << 20), OptionalDouble.empty(), OptionalLong.empty()));
    }

    private JavaCollectorLauncher launcher(CollectorJvm jvm) {
        var terms =
                new LaunchTerms(
                        new Address.UnixSocket(Path.of("/run/x/broker.sock")),
                        "agent-a",
                        Duration.ofSeconds(1),
                        true,
                        folder,
                        folder.resolve("audit"));
        var environment = Map.of("PATH", "/usr/bin:/bin", "LD_PRELOAD", "/tmp/evil.so");
        return new JavaCollectorLauncher(jvm, terms, environment, ticker);
    }

    private static LaunchOrder order(
            Map<String, ConfigValue> config, Optional<ResourceLimits> limits) {
        return new LaunchOrder(
                new CollectorId("procmond"),
                "process-monitor",
                new Incarnation(42),
                config,
                Map.of(),
                limits);
    }
}
