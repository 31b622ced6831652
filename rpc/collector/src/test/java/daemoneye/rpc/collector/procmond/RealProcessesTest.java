package daemoneye.rpc.collector.procmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.executables.ExecutableWatch;
import daemoneye.rpc.collector.executables.HashRule;
import daemoneye.rpc.collector.gather.Looks;
import daemoneye.rpc.collector.machine.Platform;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reads the machine that runs the tests: each source must tell the truth about this very process.
class RealProcessesTest {
    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void theSourceOfThisSystemFindsThisProcess() throws IOException {
        findsThisProcess(ProcessSource.ofThisSystem());
    }

    @Test
    void oshiFindsThisProcess() throws IOException {
        findsThisProcess(new OshiProcesses());
    }

    @Test
    void bothSourcesAgreeAboutThisProcess() throws IOException {
        Assumptions.assumeTrue(Platform.hasProc(), "only Linux has both");
        var linux = own(new LinuxProcesses());
        var oshi = own(new OshiProcesses());

        assertThat(linux.parent()).isEqualTo(oshi.parent());
        assertThat(linux.name()).isEqualTo(oshi.name());
        assertThat((double) linux.residentBytes())
                .isBetween(oshi.residentBytes() * 0.5, oshi.residentBytes() * 2.0);
    }

    @Test
    void aRealChildIsSeenToComeAndToGo() throws Exception {
        var gatherer =
                new ProcessGatherer(
                        ProcessSource.ofThisSystem(),
                        () -> new ProcessOptions(512, 10, HashRule.OFF),
                        new ExecutableWatch());
        Looks.at(gatherer, 1);
        var child = new ProcessBuilder("cat").start();
        try {
            assertThat(pids(gatherer, 2, "process.new")).contains(child.pid());
        } finally {
            child.getOutputStream().close();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(pids(gatherer, 3, "process.exited")).contains(child.pid());
    }

    private static List<Long> pids(ProcessGatherer gatherer, int second, String type) {
        return Looks.at(gatherer, second).events().stream()
                .filter(each -> each.type().equals(type))
                .map(each -> Long.parseLong(each.fields().get("pid").toString()))
                .toList();
    }

    private static void findsThisProcess(ProcessSource source) throws IOException {
        var own = own(source);
        assertThat(own.residentBytes()).isGreaterThan(1_000_000);
        assertThat(own.cpuNanos()).isPositive();
        assertThat(own.threads()).isGreaterThan(1);
        assertThat(own.parent()).isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
        assertThat(source.detail(OWN, 512).commandLine().orElseThrow()).contains("java");
        assertThat(source.detail(OWN, 20).commandLine().orElseThrow()).hasSize(20);
        assertThat(source.detail(OWN, 512).user())
                .contains(ProcessHandle.current().info().user().orElseThrow());
    }

    private static ProcessSample own(ProcessSource source) throws IOException {
        return source.read().processes().stream()
                .filter(each -> each.pid() == OWN)
                .findFirst()
                .orElseThrow();
    }
}
