package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.machine.Oshi;

import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The machine through OSHI, for systems that have no `/proc`.
final class OshiMachine implements MachineSource {
    private final HardwareAbstractionLayer hardware = Oshi.hardware();

    @Override
    public CpuTimes cpu() {
        var cores = new ArrayList<CpuTimes.Ticks>();
        for (var core : hardware.getProcessor().getProcessorCpuLoadTicks()) {
            cores.add(ticks(core));
        }
        return new CpuTimes(ticks(hardware.getProcessor().getSystemCpuLoadTicks()), cores);
    }

    private static CpuTimes.Ticks ticks(long[] byType) {
        long idle = byType[TickType.IDLE.getIndex()] + byType[TickType.IOWAIT.getIndex()];
        return new CpuTimes.Ticks(LongStream.of(byType).sum(), idle);
    }

    @Override
    public MemoryUse memory() {
        var memory = hardware.getMemory();
        var swap = memory.getVirtualMemory();
        return new MemoryUse(
                memory.getTotal(),
                memory.getAvailable(),
                swap.getSwapTotal(),
                swap.getSwapTotal() - swap.getSwapUsed());
    }

    @Override
    public Optional<LoadAverage> load() {
        var load = hardware.getProcessor().getSystemLoadAverage(3);
        return load[0] < 0
                ? Optional.empty()
                : Optional.of(new LoadAverage(load[0], load[1], load[2]));
    }

    @Override
    public List<DiskCounters> disks() {
        return hardware.getDiskStores().stream().map(OshiMachine::counters).toList();
    }

    private static DiskCounters counters(HWDiskStore each) {
        return new DiskCounters(
                each.getName(),
                each.getReadBytes(),
                each.getWriteBytes(),
                each.getReads(),
                each.getWrites(),
                each.getTransferTime());
    }

    /// OSHI tells 0 where there is no sensor.
    @Override
    public List<SensorReading> sensors() {
        double celsius = hardware.getSensors().getCpuTemperature();
        return celsius > 0 ? List.of(new SensorReading("cpu", celsius)) : List.of();
    }
}
