package daemoneye.rpc.collector.perfmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.machine.Platform;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// Reads the machine that runs the tests.
class RealMachineTest {
    @Test
    void theSourceOfThisSystemTellsPlausibleFigures() throws IOException {
        isPlausible(MachineSource.ofThisSystem());
    }

    @Test
    void oshiTellsPlausibleFigures() throws IOException {
        isPlausible(new OshiMachine());
    }

    @Test
    void bothSourcesAgreeAboutThisMachine() throws IOException {
        Assumptions.assumeTrue(Platform.hasProc(), "only Linux has both");
        var linux = new LinuxMachine();
        var oshi = new OshiMachine();

        assertThat(linux.memory().total()).isEqualTo(oshi.memory().total());
        assertThat(linux.cpu().cores()).hasSameSizeAs(oshi.cpu().cores());
    }

    private static void isPlausible(MachineSource source) throws IOException {
        var watch = new CpuWatch();
        watch.update(source.cpu());
        double busy = burnUntilTicksPass(watch, source);

        assertThat(busy).isBetween(0.0, 100.0);
        assertThat(source.cpu().cores()).isNotEmpty();
        assertThat(source.memory().usedPercent()).isBetween(0.1, 100.0);
        assertThat(source.memory().available()).isLessThan(source.memory().total());
        source.load().ifPresent(load -> assertThat(load.one()).isNotNegative());
        assertThat(source.sensors()).allMatch(each -> each.celsius() > -60 && each.celsius() < 200);
        assertThat(source.disks()).allMatch(each -> each.readBytes() >= 0);
    }

    /// Looks again until the system has counted at least one tick.
    private static double burnUntilTicksPass(CpuWatch watch, MachineSource source)
            throws IOException {
        double busy = Double.NaN;
        for (int look = 0; look < 1_000_000 && Double.isNaN(busy); look++) {
            busy = watch.update(source.cpu()).total();
        }
        return busy;
    }
}
