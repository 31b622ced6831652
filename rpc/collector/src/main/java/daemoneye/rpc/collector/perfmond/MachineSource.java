package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.machine.Platform;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where the state of the machine is read; each part may fail by itself. Used by one thread.
public interface MachineSource {
    CpuTimes cpu() throws IOException;

    MemoryUse memory() throws IOException;

    /// Empty where the system knows no such thing.
    Optional<LoadAverage> load() throws IOException;

    /// Physical disks, partitions not counted again.
    List<DiskCounters> disks() throws IOException;

    /// Temperatures; empty if the machine tells none (virtual machines mostly do not).
    List<SensorReading> sensors() throws IOException;

    /// The best one for this system.
    static MachineSource ofThisSystem() {
        return Platform.hasProc() ? new LinuxMachine() : new OshiMachine();
    }
}
