package daemoneye.rpc.collector.procmond;

import java.util.List;

/// The processes of one scan.
///
/// @param skipped processes beyond the bound, not looked at
public record ProcessTable(List<ProcessSample> processes, int skipped) {
    public ProcessTable {
        processes = List.copyOf(processes);
    }
}
