package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.Map;

/// Knows what a collector is told when it starts, whoever starts it.
@FunctionalInterface
public interface SettingsAtStart {
    /// Settings for the process that is about to begin; empty for usual ones. Called on the loop.
    ///
    /// @throws IOException with a sentence for people, if they cannot be had; then it does not
    /// start
    Map<String, ConfigValue> atStart(CollectorSpec spec) throws IOException;
}
