package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.machine.Platform;

import java.io.IOException;

/// Where the running processes are read. Used by one thread.
public interface ProcessSource {
    /// Most processes that are looked at in one scan; more are counted only.
    int MOST_PROCESSES = 20_000;

    /// All processes that this user can see. Those that end meanwhile are left out.
    ProcessTable read() throws IOException;

    /// More of one process; [ProcessDetail#NONE] if it is gone or hides.
    ///
    /// @param mostChars of the command line
    ProcessDetail detail(long pid, int mostChars);

    /// The best one for this system.
    static ProcessSource ofThisSystem() throws IOException {
        return Platform.hasProc() ? new LinuxProcesses() : new OshiProcesses();
    }
}
