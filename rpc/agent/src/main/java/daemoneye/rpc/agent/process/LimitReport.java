package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.payload.ResourceLimits;

import java.util.ArrayList;
import java.util.List;

/// Says which limits are not applied. Memory is, as the size of the heap; the others need rights
/// that an agent of an ordinary user does not have.
public final class LimitReport {
    private LimitReport() {}

    /// One sentence for each limit that has no effect.
    public static List<String> notApplied(ResourceLimits limits) {
        var said = new ArrayList<String>();
        if (limits.maxCpuPercent().isPresent()) {
            said.add("max_cpu_percent has no effect: set a CPU quota for the agent's service");
        }
        if (limits.maxOpenFiles().isPresent()) {
            said.add("max_open_files has no effect: set the limit of the agent's service");
        }
        return List.copyOf(said);
    }
}
