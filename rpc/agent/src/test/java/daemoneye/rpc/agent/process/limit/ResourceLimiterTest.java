package daemoneye.rpc.agent.process.limit;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.payload.ResourceLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Limits on real children of this machine, and on a folder that looks like control groups.
class ResourceLimiterTest {
    private static final Optional<ResourceLimits> ALL =
            Optional.of(
                    new ResourceLimits(
                            OptionalLong.of(128 << 20),
                            OptionalDouble.of(12.5),
                            OptionalLong.of(123)));

    @TempDir Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRealChildHasTheOpenFilesThatWereAskedFor() throws Exception {
        var limiter = ResourceLimiter.ofThisSystem("test");
        // It waits for its standard input to end.
        var child = new ProcessBuilder(limiter.around(List.of("/bin/cat"), ALL)).start();
        try {
            var confinement = limiter.confine(child.pid(), "cat-1", ALL, 84);
            awaitCommand(child.pid(), "cat");
            assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/limits")))
                    .containsPattern("Max open files +123 +123");
            assertThat(confinement.report().applied())
                    .contains(
                            "max_open_files: 123, as RLIMIT_NOFILE",
                            "max_memory_bytes: heap of 84 MiB, as -Xmx84m");
        } finally {
            child.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void limitsWithWhichNoCollectorCouldStartAreRefused() {
        assertThat(ResourceLimiter.fault(ALL.orElseThrow()).map(ResourceLimiter.Fault::sentence))
                .contains("max_open_files: a collector needs at least 128");
        var none = OptionalLong.empty();
        var few = new ResourceLimits(OptionalLong.of(1 << 20), OptionalDouble.empty(), none);
        assertThat(ResourceLimiter.fault(few).map(ResourceLimiter.Fault::limit))
                .contains("max_memory_bytes");
        var slow = new ResourceLimits(none, OptionalDouble.of(0.5), none);
        assertThat(ResourceLimiter.fault(slow).map(ResourceLimiter.Fault::limit))
                .contains("max_cpu_percent");
        var enough =
                new ResourceLimits(
                        OptionalLong.of(ResourceLimiter.LEAST_MEMORY),
                        OptionalDouble.of(1),
                        OptionalLong.of(ResourceLimiter.LEAST_FILES));
        assertThat(ResourceLimiter.fault(enough)).isEmpty();
    }

    @Test
    void withoutLimitsTheCommandIsAsItWas() {
        var limiter = ResourceLimiter.ofThisSystem("test");
        assertThat(limiter.around(List.of("x"), Optional.empty())).containsExactly("x");
        assertThat(limiter.confine(1, "x", Optional.empty(), 48).report())
                .isEqualTo(LimitReport.NONE);
    }

    @Test
    void moreFilesThanTheAgentMayOpenAreNotPromised() {
        var files =
                new OpenFileLimit(
                        Optional.of(Path.of("/usr/bin/prlimit")), OptionalLong.of(1000), false);
        assertThat(files.around(List.of("x"), 1001)).containsExactly("x");
        assertThat(files.report(1, 1001).notApplied())
                .containsExactly(
                        "max_open_files: the agent itself may open 1000 only: raise the limit of"
                                + " its service");
        assertThat(files.around(List.of("x"), 1000))
                .containsExactly("/usr/bin/prlimit", "--nofile=1000:1000", "x");
    }

    @Test
    void withoutPrlimitItIsSaidWhatToInstall() {
        var files = new OpenFileLimit(Optional.empty(), OptionalLong.of(1000), true);
        assertThat(files.around(List.of("x"), 10)).containsExactly("x");
        assertThat(files.report(1, 10).notApplied())
                .containsExactly("max_open_files: prlimit is missing: install util-linux");
    }

    @Test
    void aGroupTakesMemoryAndCpuAndIsRemovedAfterTheEnd() throws Exception {
        var own = group("memory cpu pids", "memory cpu");
        var confinement = limiter(own).confine(4711, "procmond-17", ALL, 84);
        var made = own.resolve("daemoneye-test-procmond-17");
        assertThat(made.resolve("memory.max")).hasContent("134217728");
        assertThat(made.resolve("cpu.max")).hasContent("12500 100000");
        assertThat(made.resolve("cgroup.procs")).hasContent("4711");
        assertThat(confinement.report().applied())
                .hasSize(3)
                .contains("max_cpu_percent: 12500 100000, as cpu.max of the cgroup " + made);
        // Real groups have no files of their own that would have to be removed.
        assertThat(confinement.release()).isFalse();
        for (var knob : List.of("memory.max", "cpu.max", "cgroup.procs")) {
            Files.delete(made.resolve(knob));
        }
        assertThat(confinement.release()).isTrue();
        assertThat(made).doesNotExist();
    }

    @Test
    void aControllerThatMayNotBeUsedIsNamed() throws Exception {
        var own = group("memory", "memory");
        var report = limiter(own).confine(4711, "procmond-17", ALL, 84).report();
        assertThat(report.notApplied())
                .contains(
                        "max_cpu_percent: the controller cpu may not be used here; set it for the"
                                + " agent's service");
        assertThat(report.applied()).hasSize(2);
    }

    @Test
    void withoutGroupsItIsSaidWhyAndTheHeapRemains() throws Exception {
        var own = group("hugetlb", "");
        var report = limiter(own).confine(4711, "procmond-17", ALL, 84).report();
        assertThat(report.applied())
                .containsExactly("max_memory_bytes: heap of 84 MiB, as -Xmx84m");
        assertThat(report.notApplied())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("max_memory_bytes: not beyond the heap, the cgroup " + own)
                .endsWith("; set it for the agent's service");
        assertThat(own.resolve("daemoneye-test-procmond-17")).doesNotExist();
    }

    @Test
    void whatAnAgentBeforeLeftIsRemoved() throws Exception {
        var own = group("memory cpu", "memory cpu");
        var left = Files.createDirectory(own.resolve("daemoneye-test-netmond-3"));
        var others = Files.createDirectory(own.resolve("daemoneye-other-netmond-3"));
        limiter(own).confine(4711, "procmond-17", ALL, 84);
        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }

    // A real system makes the files of a new group; here the limiter makes those it writes to.
    private Path group(String controllers, String enabled) throws IOException {
        Files.writeString(folder.resolve("cgroup.controllers"), controllers + "\n");
        Files.writeString(folder.resolve("cgroup.subtree_control"), enabled + "\n");
        return folder;
    }

    private static ResourceLimiter limiter(Path own) {
        var files = new OpenFileLimit(Optional.empty(), OptionalLong.of(1000), true);
        return new ResourceLimiter(files, new Cgroups(List.of(own), "test"));
    }

    private static void awaitCommand(long pid, String name) throws IOException {
        var comm = Path.of("/proc/" + pid + "/comm");
        for (int tries = 0; tries < 10_000_000; tries++) {
            if (Files.readString(comm).strip().equals(name)) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it never became " + name);
    }
}
