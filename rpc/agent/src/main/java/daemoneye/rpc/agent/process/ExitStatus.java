package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.state.LastExit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the status of a process that ended. The system tells "ended by signal n" as 128 + n, and
/// so do shells and Java itself; a program that chooses such a code by itself cannot be told apart.
final class ExitStatus {
    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "SIGHUP"),
                    Map.entry(2, "SIGINT"),
                    Map.entry(3, "SIGQUIT"),
                    Map.entry(4, "SIGILL"),
                    Map.entry(5, "SIGTRAP"),
                    Map.entry(6, "SIGABRT"),
                    Map.entry(7, "SIGBUS"),
                    Map.entry(8, "SIGFPE"),
                    Map.entry(9, "SIGKILL"),
                    Map.entry(10, "SIGUSR1"),
                    Map.entry(11, "SIGSEGV"),
                    Map.entry(12, "SIGUSR2"),
                    Map.entry(13, "SIGPIPE"),
                    Map.entry(14, "SIGALRM"),
                    Map.entry(15, "SIGTERM"),
                    Map.entry(24, "SIGXCPU"),
                    Map.entry(25, "SIGXFSZ"),
                    Map.entry(31, "SIGSYS"));

    private ExitStatus() {}

    static LastExit read(int status, Instant at, List<String> lastOutput) {
        int signal = status - SIGNAL_BASE;
        if (signal < 1 || signal > LAST_SIGNAL) {
            return new LastExit(OptionalInt.of(status), Optional.empty(), at, lastOutput);
        }
        var name = NAMES.getOrDefault(signal, "signal " + signal);
        return new LastExit(OptionalInt.empty(), Optional.of(name), at, lastOutput);
    }
}
