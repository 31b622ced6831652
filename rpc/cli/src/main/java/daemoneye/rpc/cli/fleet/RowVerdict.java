package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What is believed of a collector after a survey.
final class RowVerdict {
    private RowVerdict() {}

    static CollectorRow row(CollectorInfo info, Map<CollectorId, Probing> probings, BeatLog beats) {
        var probing = Optional.ofNullable(probings.get(info.collectorId()));
        if (probing.isEmpty()) {
            return notAsked(info);
        }
        return switch (probing.get()) {
            case Probing.Answered answered -> answered(info, answered);
            case Probing.Gone(var why) ->
                    plain(info, Liveness.DOWN, HealthStatus.UNKNOWN, why, Optional.empty());
            case Probing.Silent(var why) -> silent(info, why, beats);
        };
    }

    private static CollectorRow notAsked(CollectorInfo info) {
        if (info.state() == ProcessState.STARTING || info.state() == ProcessState.UNKNOWN) {
            return plain(
                    info,
                    Liveness.UNKNOWN,
                    HealthStatus.UNKNOWN,
                    "no heartbeat yet",
                    Optional.empty());
        }
        var why =
                info.lastExit()
                        .map(LastExit::summary)
                        .orElse("the process is " + info.state().wireName());
        return plain(info, Liveness.DOWN, HealthStatus.UNKNOWN, why, Optional.empty());
    }

    /// Whoever answers lives.
    private static CollectorRow answered(CollectorInfo info, Probing.Answered probing) {
        var data = probing.data();
        var culprit =
                data.components().values().stream()
                        .filter(each -> each.believedAt(probing.answeredAt()) == data.status())
                        .filter(each -> data.status() != HealthStatus.HEALTHY)
                        .map(each -> each.name() + each.message().map(": "::concat).orElse(""))
                        .findFirst();
        return new CollectorRow(
                info,
                info.state(),
                Liveness.LIVE,
                data.status(),
                culprit,
                Optional.of(probing.beatAge()),
                Optional.of(Duration.ofSeconds(data.uptimeSeconds())),
                info.configVersion(),
                data.components(),
                data.metrics());
    }

    private static CollectorRow silent(CollectorInfo info, String why, BeatLog beats) {
        var age = beats.age(info.collectorId());
        if (age.isPresent()) {
            return plain(
                    info, Liveness.LIVE, HealthStatus.UNKNOWN, "health checks fail: " + why, age);
        }
        return plain(
                info,
                Liveness.UNRESPONSIVE,
                HealthStatus.UNRESPONSIVE,
                "no heartbeat, and two health checks failed: " + why,
                Optional.empty());
    }

    private static CollectorRow plain(
            CollectorInfo info,
            Liveness liveness,
            HealthStatus health,
            String why,
            Optional<Duration> beatAge) {
        Optional<Duration> uptime =
                info.uptimeSeconds().isPresent()
                        ? Optional.of(Duration.ofSeconds(info.uptimeSeconds().getAsLong()))
                        : Optional.empty();
        return new CollectorRow(
                info,
                info.state(),
                liveness,
                health,
                Optional.of(why),
                beatAge,
                uptime,
                info.configVersion(),
                Map.of(),
                Map.of());
    }
}
