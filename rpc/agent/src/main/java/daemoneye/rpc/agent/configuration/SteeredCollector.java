package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;

/// What a change of settings needs of the collector it is for. Blocks; on the change's own thread.
public interface SteeredCollector {
    CollectorInfo info();

    /// Gives these values to the running process, to hold at once.
    ///
    /// @param version of the settings from then on
    Answer apply(Map<String, ConfigValue> values, long version) throws InterruptedException;

    /// Stops it if it runs, and starts it with the newest version.
    ///
    /// @return a success when it is ready
    Answer restart() throws InterruptedException;

    /// Starts it with the newest version, whatever time is left.
    ///
    /// @return a success when it is ready
    Answer start() throws InterruptedException;

    /// Tells the caller of a step.
    void step(String step);
}
