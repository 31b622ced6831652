package daemoneye.rpc.collector.procmond;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers the processes of the scan before and finds the difference. A pid that is used again by
/// another process counts as one that ended and one that came.
final class KnownProcesses {
    private final ProcessSource source;
    private int commandLineChars = 1;
    private Map<Long, RunningProcess> known = Map.of();

    KnownProcesses(ProcessSource source) {
        this.source = source;
    }

    /// @param chars of the command lines of processes that come
    void keep(int chars) {
        commandLineChars = chars;
    }

    /// @param seconds since the scan before; not a number at the first
    ProcessChange update(List<ProcessSample> samples, double seconds) {
        var before = new HashMap<>(known);
        var now = new HashMap<Long, RunningProcess>();
        var appeared = new ArrayList<RunningProcess>();
        for (var sample : samples) {
            var old = before.get(sample.pid());
            if (old != null && old.sameAs(sample)) {
                before.remove(sample.pid());
                now.put(sample.pid(), again(old, sample, seconds));
            } else {
                var fresh = first(sample);
                appeared.add(fresh);
                now.put(sample.pid(), fresh);
            }
        }
        known = now;
        return new ProcessChange(List.copyOf(now.values()), appeared, List.copyOf(before.values()));
    }

    private RunningProcess first(ProcessSample sample) {
        return new RunningProcess(sample, source.detail(sample.pid(), commandLineChars), 0);
    }

    private RunningProcess again(RunningProcess old, ProcessSample sample, double seconds) {
        long used = Math.max(0, sample.cpuNanos() - old.sample().cpuNanos());
        double percent = seconds > 0 ? used / seconds / 1e7 : 0;
        // A new name means that it runs another program now: its command line is another, too.
        boolean sameProgram = old.sample().name().equals(sample.name());
        var detail = sameProgram ? old.detail() : source.detail(sample.pid(), commandLineChars);
        return new RunningProcess(sample, detail, percent);
    }
}
