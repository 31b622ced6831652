package daemoneye.rpc.collector.executables;

import daemoneye.rpc.collector.machine.Platform;

import java.util.Optional;

/// Where executables of processes are found. Used by one thread.
interface ExecutableSource {
    /// Empty if there is none (threads of the kernel), if it is hidden, or if the process is gone.
    Optional<Executable> of(long pid);

    /// The best one for this system.
    static ExecutableSource ofThisSystem() {
        return Platform.hasProc() ? new ProcExecutables() : new HandleExecutables();
    }
}
