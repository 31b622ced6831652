package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.machine.Oshi;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

import java.util.ArrayList;

/// Processes through OSHI, for systems that have no `/proc`.
final class OshiProcesses implements ProcessSource {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OperatingSystem system = Oshi.system();

    @Override
    public ProcessTable read() {
        var all = system.getProcesses(null, null, 0);
        int looked = Math.min(all.size(), MOST_PROCESSES);
        var found = new ArrayList<ProcessSample>(looked);
        for (var each : all.subList(0, looked)) {
            found.add(sample(each));
        }
        return new ProcessTable(found, all.size() - looked);
    }

    private static ProcessSample sample(OSProcess each) {
        return new ProcessSample(
                each.getProcessID(),
                each.getParentProcessID(),
                each.getStartTime(),
                each.getName(),
                each.getThreadCount(),
                (each.getKernelTime() + each.getUserTime()) * NANOS_PER_MILLI,
                each.getResidentMemory());
    }

    @Override
    public ProcessDetail detail(long pid, int mostChars) {
        var info = ProcessHandle.of(pid).map(ProcessHandle::info);
        return info.map(
                        known ->
                                new ProcessDetail(
                                        known.commandLine()
                                                .map(text -> Fields.bounded(text, mostChars)),
                                        known.user()))
                .orElse(ProcessDetail.NONE);
    }
}
