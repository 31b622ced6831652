package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// All that is known of a collector at one moment. The loop replaces it as a whole, so that every
/// thread sees either the old one or the new one.
public record Standing(
        ProcessState state,
        Optional<String> reason,
        Optional<Life> life,
        Optional<Incarnation> incarnation,
        Optional<LastExit> lastExit,
        Optional<CapabilitiesData> capabilities,
        long configVersion,
        int restarts) {
    public static Standing unregistered() {
        return new Standing(
                ProcessState.UNREGISTERED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }

    public Standing in(ProcessState next, Optional<String> why) {
        return new Standing(
                next, why, life, incarnation, lastExit, capabilities, configVersion, restarts);
    }

    public Standing born(Life begun, int restartsSoFar) {
        return new Standing(
                state,
                reason,
                Optional.of(begun),
                Optional.of(begun.incarnation()),
                lastExit,
                capabilities,
                configVersion,
                restartsSoFar);
    }

    public Standing gone(LastExit exit) {
        return new Standing(
                state,
                reason,
                Optional.empty(),
                incarnation,
                Optional.of(exit),
                capabilities,
                configVersion,
                restarts);
    }

    public Standing able(CapabilitiesData can) {
        return new Standing(
                state,
                reason,
                life,
                incarnation,
                lastExit,
                Optional.of(can),
                configVersion,
                restarts);
    }

    public Standing configured(long version) {
        return new Standing(
                state, reason, life, incarnation, lastExit, capabilities, version, restarts);
    }

    /// Whether the process that lives now is this one.
    public boolean lives(Incarnation which) {
        return life.isPresent() && life.get().incarnation().equals(which);
    }

    public CollectorInfo info(CollectorSpec spec, String agentId, String host, Ticker ticker) {
        return new CollectorInfo(
                spec.id(),
                spec.type(),
                host,
                agentId,
                state,
                reason,
                life.map(Life::process)
                        .map(CollectorProcess::pid)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                incarnation,
                life.map(each -> OptionalLong.of(ticker.since(each.sinceNanos()).toSeconds()))
                        .orElse(OptionalLong.empty()),
                configVersion,
                restarts,
                lastExit,
                capabilities.map(CapabilitiesData::eventTypes).orElse(List.of()));
    }
}
