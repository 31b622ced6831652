package daemoneye.rpc.agent.process;

import java.io.IOException;

/// Starts processes of collectors.
@FunctionalInterface
public interface CollectorLauncher {
    /// Starts one; returns as soon as it exists, long before it is ready. Takes some milliseconds.
    ///
    /// @throws IOException with a sentence for people: why there is no process, and what to do
    CollectorProcess launch(LaunchOrder order) throws IOException;
}
