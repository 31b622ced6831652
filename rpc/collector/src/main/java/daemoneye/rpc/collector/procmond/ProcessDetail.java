package daemoneye.rpc.collector.procmond;

import java.util.Optional;

/// What is read of a process once only, when it is first seen.
///
/// @param commandLine bounded; empty if it has none, or hides it
/// @param user who runs it; empty if the system does not tell
public record ProcessDetail(Optional<String> commandLine, Optional<String> user) {
    static final ProcessDetail NONE = new ProcessDetail(Optional.empty(), Optional.empty());
}
