package daemoneye.rpc.collector.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class ProcessUseTest {
    private final ProcessUse use = new ProcessUse();

    @Test
    void processorTimeIsWhatTheSystemCountsForThisProcess() {
        var before = systemsCount();
        var told = use.cpuTime();
        assertThat(told).isBetween(before, systemsCount());
        assertThat(told).isPositive();
    }

    @Test
    void residentMemoryHoldsAtLeastTheUsedHeapsPages() {
        var filled = new byte[32 << 20];
        for (int at = 0; at < filled.length; at += 512) {
            filled[at] = 1;
        }
        assertThat(use.residentMb()).isPresent();
        assertThat(use.residentMb().getAsDouble()).isBetween(filled.length / 1048576.0, 1e6);
    }

    private static Duration systemsCount() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
