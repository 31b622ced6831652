package daemoneye.rpc.collector.perfmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.gather.Looks;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PerformanceGathererTest {
    private final FakeMachine machine = new FakeMachine();
    private PerformanceLimits limits =
            new PerformanceLimits(
                    Duration.ofSeconds(5), 90, Duration.ofSeconds(10), 95, Duration.ZERO);
    private final PerformanceGatherer gatherer = new PerformanceGatherer(machine, () -> limits);

    @Test
    void theFirstLookHasNoProcessorFigureYet() {
        assertThat(Looks.at(gatherer, 1).metrics()).doesNotContainKey("machine_cpu_percent");
    }

    @Test
    void ticksBecomePercentOfAllCores() {
        Looks.at(gatherer, 1);
        machine.pass(100, 25);

        var scan = Looks.at(gatherer, 2);

        assertThat(scan.metrics()).containsEntry("machine_cpu_percent", 75.0);
        assertThat(Looks.component(scan, "cpu").message()).isEqualTo("2 cores, 75 % busy");
    }

    @Test
    void aSampleIsToldEveryFiveSeconds() {
        var seconds = new ArrayList<Integer>();
        for (int second = 1; second <= 12; second++) {
            machine.pass(100, 50);
            if (Looks.eventTypes(Looks.at(gatherer, second)).contains("performance.sample")) {
                seconds.add(second);
            }
        }

        assertThat(seconds).containsExactly(6, 11);
    }

    @Test
    void aProcessorBusyForTenSecondsIsToldOnceAndItsEndOnce() {
        var told = new ArrayList<String>();
        for (int second = 1; second <= 30; second++) {
            machine.pass(100, second > 2 && second < 20 ? 1 : 90);
            told.addAll(thresholds(second));
        }

        assertThat(told).containsExactly("13 exceeded", "20 normal");
    }

    @Test
    void ashortPeakIsNotTold() {
        var told = new ArrayList<String>();
        for (int second = 1; second <= 30; second++) {
            machine.pass(100, second % 9 == 0 ? 90 : 1);
            told.addAll(thresholds(second));
        }

        assertThat(told).isEmpty();
    }

    @Test
    void fullMemoryIsToldAtOnce() {
        machine.memory = new MemoryUse(1_000, 10, 0, 0);

        assertThat(thresholds(1)).containsExactly("1 exceeded");
    }

    @Test
    void anotherLimitHoldsFromTheNextLookOn() {
        machine.memory = new MemoryUse(1_000, 400, 0, 0);
        var told = new ArrayList<>(thresholds(1));
        limits = memoryLimit(50);
        told.addAll(thresholds(2));
        told.addAll(thresholds(3));
        limits = memoryLimit(70);
        told.addAll(thresholds(4));

        assertThat(told).containsExactly("2 exceeded", "4 normal");
    }

    private static PerformanceLimits memoryLimit(double percent) {
        return new PerformanceLimits(
                Duration.ofSeconds(5), 90, Duration.ofSeconds(10), percent, Duration.ZERO);
    }

    @Test
    void anotherSampleIntervalHoldsFromTheNextLookOn() {
        Looks.at(gatherer, 1);
        limits = new PerformanceLimits(Duration.ofSeconds(1), 90, Duration.ZERO, 95, Duration.ZERO);

        assertThat(Looks.eventTypes(Looks.at(gatherer, 2))).contains("performance.sample");
    }

    @Test
    void aMachineWithoutSensorsSaysSoAndIsHealthy() {
        assertThat(Looks.component(Looks.at(gatherer, 1), "sensors"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(HealthStatus.HEALTHY))
                .satisfies(
                        it ->
                                assertThat(it.message())
                                        .isEqualTo("This machine has no temperature sensors"));
    }

    @Test
    void onePartThatFailsLeavesTheOthersAlone() {
        machine.diskFault = Optional.of("/proc/diskstats is gone");

        var scan = Looks.at(gatherer, 1);

        assertThat(Looks.component(scan, "disks").status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(Looks.component(scan, "memory").status()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void diskCountersBecomeRates() {
        machine.disks = List.of(new DiskCounters("vda", 0, 0, 0, 0, 0));
        Looks.at(gatherer, 1);
        machine.disks = List.of(new DiskCounters("vda", 4_096, 8_192, 2, 4, 500));

        assertThat(Looks.at(gatherer, 2).metrics())
                .containsEntry("disk_read_bytes_per_second", 4_096.0)
                .containsEntry("disk_write_bytes_per_second", 8_192.0)
                .containsEntry("busiest_disk_percent", 50.0);
    }

    private List<String> thresholds(int second) {
        return Looks.at(gatherer, second).events().stream()
                .filter(each -> each.type().equals("performance.threshold"))
                .map(each -> each.fields().getOrDefault("state", ConfigValue.of("?")))
                .map(state -> second + " " + state)
                .toList();
    }

    /// A machine of two cores that works as the test says.
    private static final class FakeMachine implements MachineSource {
        private CpuTimes.Ticks ticks = new CpuTimes.Ticks(1_000, 500);
        private MemoryUse memory = new MemoryUse(1_000, 600, 0, 0);
        private List<DiskCounters> disks = List.of();
        private Optional<String> diskFault = Optional.empty();

        void pass(long all, long idle) {
            ticks = new CpuTimes.Ticks(ticks.all() + all, ticks.idle() + idle);
        }

        @Override
        public CpuTimes cpu() {
            return new CpuTimes(ticks, List.of(ticks, ticks));
        }

        @Override
        public MemoryUse memory() {
            return memory;
        }

        @Override
        public Optional<LoadAverage> load() {
            return Optional.of(new LoadAverage(0.5, 0.4, 0.3));
        }

        @Override
        public List<DiskCounters> disks() throws IOException {
            if (diskFault.isPresent()) {
                throw new IOException(diskFault.get());
            }
            return disks;
        }

        @Override
        public List<SensorReading> sensors() {
            return List.of();
        }
    }
}
