package daemoneye.rpc.protocol.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How the previous process of a collector ended.
///
/// @param exitCode absent if a signal ended it, or if the system does not tell
/// @param signal e.g. `SIGKILL`, absent if it ended by itself, or if the system does not tell
/// @param at by the agent's clock
/// @param lastOutput the last lines it printed, oldest first; at most [#MAX_LINES]
public record LastExit(
        OptionalInt exitCode, Optional<String> signal, Instant at, List<String> lastOutput) {
    /// Most lines of output that are kept.
    public static final int MAX_LINES = 20;

    public LastExit {
        lastOutput = List.copyOf(lastOutput);
    }

    /// For people: "exit code 1", "ended by SIGKILL" or "it is gone, nobody knows how".
    public String summary() {
        if (exitCode.isEmpty() && signal.isEmpty()) {
            return "it is gone, nobody knows how";
        }
        return signal.map(name -> "ended by " + name)
                .orElseGet(() -> "exit code " + exitCode.orElse(0));
    }
}
