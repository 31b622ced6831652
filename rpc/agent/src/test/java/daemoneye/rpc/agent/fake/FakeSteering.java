package daemoneye.rpc.agent.fake;

import daemoneye.rpc.agent.configuration.SteeredCollector;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A collector that does as it is told to, and remembers what was asked of it.
public final class FakeSteering implements SteeredCollector {
    public final List<Map<String, ConfigValue>> applied = new ArrayList<>();
    public final List<Long> versions = new ArrayList<>();
    public final List<String> deeds = new ArrayList<>();
    public ProcessState state = ProcessState.RUNNING;
    public Answer onApply = Answer.done();
    public Answer onRestart = Answer.done();
    public Answer onStart = Answer.done();

    /// Whether the process is gone after a restart that failed.
    public boolean diesOfRestart = true;

    public static Answer failure(String sentence) {
        return Answer.failed(RpcError.unknown(ErrorCode.COLLECTOR_START_FAILED, sentence));
    }

    @Override
    public CollectorInfo info() {
        return new CollectorInfo(
                Fleet.PROCMOND,
                "process-monitor",
                Fleet.HOST,
                Fleet.AGENT,
                state,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                1,
                0,
                Optional.empty(),
                List.of());
    }

    @Override
    public Answer apply(Map<String, ConfigValue> values, long version) {
        applied.add(values);
        versions.add(version);
        deeds.add("apply");
        return onApply;
    }

    @Override
    public Answer restart() {
        deeds.add("restart");
        if (onRestart instanceof Answer.Failure && diesOfRestart) {
            state = ProcessState.FAILED;
        }
        return onRestart;
    }

    @Override
    public Answer start() {
        deeds.add("start");
        if (onStart instanceof Answer.Success) {
            state = ProcessState.RUNNING;
        }
        return onStart;
    }

    @Override
    public void step(String step) {}
}
