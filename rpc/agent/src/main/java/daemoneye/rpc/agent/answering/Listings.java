package daemoneye.rpc.agent.answering;

import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;

import java.util.List;
import java.util.stream.Stream;

/// Makes listings fit a frame: what dead processes printed is most of a large one.
final class Listings {
    /// Longer listings carry no output.
    static final int MOST_WITH_OUTPUT = 100;

    /// Nor do those with more characters of it: 3 bytes each at most, so that 256 KiB of the
    /// frame's 1 MiB are left for all else.
    static final int MOST_OUTPUT_CHARACTERS = 256 * 1024;

    private Listings() {}

    /// The same collectors; if there is too much of it, without the lines they printed last. How
    /// they exited is always told; the lines come with each change of state.
    static List<CollectorInfo> sendable(List<CollectorInfo> infos) {
        boolean fits =
                infos.size() <= MOST_WITH_OUTPUT
                        && output(infos).mapToLong(String::length).sum() <= MOST_OUTPUT_CHARACTERS;
        return fits ? infos : infos.stream().map(Listings::withoutOutput).toList();
    }

    private static Stream<String> output(List<CollectorInfo> infos) {
        return infos.stream()
                .flatMap(info -> info.lastExit().stream())
                .flatMap(exit -> exit.lastOutput().stream());
    }

    private static CollectorInfo withoutOutput(CollectorInfo info) {
        return new CollectorInfo(
                info.collectorId(),
                info.collectorType(),
                info.host(),
                info.agentId(),
                info.state(),
                info.stateReason(),
                info.pid(),
                info.incarnation(),
                info.uptimeSeconds(),
                info.configVersion(),
                info.restarts(),
                info.lastExit().map(Listings::withoutOutput),
                info.eventTypes());
    }

    private static LastExit withoutOutput(LastExit exit) {
        return new LastExit(exit.exitCode(), exit.signal(), exit.at(), List.of());
    }
}
