package daemoneye.rpc.collector.procmond;

import java.util.List;

/// What changed between two scans.
///
/// @param running all that run now
/// @param appeared those of them that did not run before
/// @param exited those that ran before
record ProcessChange(
        List<RunningProcess> running, List<RunningProcess> appeared, List<RunningProcess> exited) {
    ProcessChange {
        running = List.copyOf(running);
        appeared = List.copyOf(appeared);
        exited = List.copyOf(exited);
    }
}
