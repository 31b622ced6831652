package daemoneye.rpc.agent.supervise.start;

import daemoneye.rpc.protocol.state.LastExit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Says in one sentence why a collector did not start.
final class StartFault {
    private static final String NO_MAIN_CLASS = "Could not find or load main class";

    private StartFault() {}

    /// It could not even be spawned.
    static String of(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse("its process could not be started");
    }

    /// It ended at once; what it said last is usually the reason.
    static String of(LastExit exit) {
        return exit.summary()
                + exit.lastOutput().reversed().stream()
                        .findFirst()
                        .map(last -> ": " + meaning(exit.lastOutput(), last))
                        .orElse(", it printed nothing");
    }

    private static String meaning(List<String> output, String last) {
        return output.stream().anyMatch(line -> line.contains(NO_MAIN_CLASS))
                ? "the collector's program is not on the class path: repair the installation"
                : last;
    }
}
