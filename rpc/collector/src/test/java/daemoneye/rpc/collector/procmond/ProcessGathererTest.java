package daemoneye.rpc.collector.procmond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import daemoneye.rpc.collector.executables.ExecutableWatch;
import daemoneye.rpc.collector.executables.HashRule;
import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Looks;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ProcessGathererTest {
    private final FakeProcesses machine = new FakeProcesses();
    private int commandLineChars = 512;
    private final ProcessGatherer gatherer =
            new ProcessGatherer(
                    machine,
                    () -> new ProcessOptions(commandLineChars, 10, HashRule.OFF),
                    new ExecutableWatch());

    @Test
    void whatRanBeforeTheFirstScanIsNotToldAsNew() {
        machine.run(1, "init");
        machine.run(2, "shell");

        var scan = Looks.at(gatherer, 1);

        assertThat(scan.events()).isEmpty();
        assertThat(scan.metrics()).containsEntry("process_count", 2.0);
        assertThat(Looks.component(scan, "process_enumeration").message())
                .isEqualTo("Enumerating 2 processes");
    }

    @Test
    void aProcessThatComesIsToldWithItsCommandLineUserAndParent() {
        machine.run(1, "init");
        Looks.at(gatherer, 1);
        machine.run(7, "curl");

        var scan = Looks.at(gatherer, 2);

        assertThat(Looks.eventTypes(scan)).containsExactly("process.new");
        assertThat(scan.events().getFirst().fields())
                .containsEntry("pid", ConfigValue.of(7))
                .containsEntry("name", ConfigValue.of("curl"))
                .containsEntry("parent_pid", ConfigValue.of(1))
                .containsEntry("command_line", ConfigValue.of("curl --all"))
                .containsEntry("user", ConfigValue.of("ann"));
        assertThat(scan.metrics()).containsEntry("new_per_second", 1.0);
    }

    @Test
    void anotherLengthOfCommandLinesHoldsForProcessesThatComeLater() {
        Looks.at(gatherer, 1);
        commandLineChars = 4;
        machine.run(7, "curl");

        assertThat(Looks.at(gatherer, 2).events().getFirst().fields())
                .containsEntry("command_line", ConfigValue.of("cur…"));
    }

    @Test
    void aProcessThatEndedIsToldAsItWasWhenItCame() {
        machine.run(1, "init");
        machine.run(7, "curl");
        Looks.at(gatherer, 1);
        machine.end(7);

        var scan = Looks.at(gatherer, 3);

        assertThat(Looks.eventTypes(scan)).containsExactly("process.exited");
        assertThat(scan.events().getFirst().fields())
                .containsEntry("command_line", ConfigValue.of("curl --all"));
        assertThat(scan.metrics()).containsEntry("exited_per_second", 0.5);
    }

    @Test
    void aPidThatIsUsedAgainIsOneEndAndOneBeginning() {
        machine.run(7, "curl");
        Looks.at(gatherer, 1);
        machine.end(7);
        machine.run(7, "wget");

        assertThat(Looks.eventTypes(Looks.at(gatherer, 2)))
                .containsExactly("process.new", "process.exited");
    }

    @Test
    void processorTimeBecomesPercentOfOneCore() {
        machine.run(7, "busy");
        Looks.at(gatherer, 1);
        machine.work(7, 1_500_000_000L);

        assertThat(Looks.at(gatherer, 2).metrics().get("top_cpu_percent"))
                .isCloseTo(150.0, within(0.01));
    }

    @Test
    void theBusiestAreToldEveryFiveSeconds() {
        machine.run(1, "init");
        var types = new ArrayList<String>();
        for (int second = 1; second <= 11; second++) {
            types.addAll(Looks.eventTypes(Looks.at(gatherer, second)));
        }

        assertThat(types).containsExactly("process.top", "process.top");
    }

    @Test
    void aListThatCannotBeReadDegradesAndCountsAnError() {
        machine.fault = Optional.of("/proc cannot be listed: is it mounted?");

        var scan = Looks.at(gatherer, 1);

        assertThat(scan.errors()).isEqualTo(1);
        assertThat(Looks.component(scan, "process_enumeration"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(HealthStatus.DEGRADED))
                .satisfies(it -> assertThat(it.message()).contains("is it mounted?"));
    }

    @Test
    void aStormOfProcessesIsBoundedAndTheRestCounted() {
        machine.run(1, "init");
        Looks.at(gatherer, 1);
        for (int pid = 2; pid < 102; pid++) {
            machine.run(pid, "bomb");
        }
        var out = new Findings(30);
        gatherer.scan(out, 2_000_000_000L);

        assertThat(out.scan().events()).hasSize(30);
        assertThat(out.scan().omitted()).isEqualTo(70);
        assertThat(out.scan().metrics()).containsEntry("new_per_second", 100.0);
    }

    @Test
    void processesBeyondTheBoundAreSaid() {
        machine.run(1, "init");
        machine.skipped = 5;

        var scan = Looks.at(gatherer, 1);

        assertThat(Looks.worst(scan)).isEqualTo(HealthStatus.DEGRADED);
        assertThat(scan.metrics()).containsEntry("process_count", 6.0);
    }

    /// A machine whose processes come and go as the test says.
    private static final class FakeProcesses implements ProcessSource {
        private final List<ProcessSample> running = new ArrayList<>();
        private long starts;
        private int skipped;
        private Optional<String> fault = Optional.empty();

        void run(long pid, String name) {
            running.add(new ProcessSample(pid, 1, ++starts, name, 1, 0, 1_048_576));
        }

        void end(long pid) {
            running.removeIf(each -> each.pid() == pid);
        }

        void work(long pid, long nanos) {
            running.replaceAll(each -> each.pid() == pid ? worked(each, nanos) : each);
        }

        private static ProcessSample worked(ProcessSample each, long nanos) {
            return new ProcessSample(
                    each.pid(),
                    each.parent(),
                    each.started(),
                    each.name(),
                    each.threads(),
                    each.cpuNanos() + nanos,
                    each.residentBytes());
        }

        @Override
        public ProcessTable read() throws IOException {
            if (fault.isPresent()) {
                throw new IOException(fault.get());
            }
            return new ProcessTable(running, skipped);
        }

        @Override
        public ProcessDetail detail(long pid, int mostChars) {
            var name = running.stream().filter(each -> each.pid() == pid).findFirst().orElseThrow();
            var text = Fields.bounded(name.name() + " --all", mostChars);
            return new ProcessDetail(Optional.of(text), Optional.of("ann"));
        }
    }
}
