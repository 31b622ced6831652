package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Turns a record into a view. What costs something (the bar, the figures) is copied only when the
/// record has changed; else a view is the one before with new ages, or the same object if it has no
/// ages. Loop thread only.
final class Portrait {
    private List<Beat> bar = List.of();
    private Map<String, Double> vitals = Map.of();
    private Optional<HealthCheckData> lastCheck = Optional.empty();
    private OptionalLong beatNanos = OptionalLong.empty();
    private OptionalLong checkNanos = OptionalLong.empty();
    private Optional<Duration> uptimeThen = Optional.empty();
    private long uptimeNanos;
    private long upNanos;
    private boolean ageless;
    private Optional<CollectorView> latest = Optional.empty();

    CollectorView of(CollectorRecord record, Moment now, boolean changed) {
        if (now.linkUp()) {
            upNanos = now.nanos();
        }
        if (changed) {
            copy(record);
        } else if (ageless && latest.isPresent()) {
            return latest.get();
        }
        var view = draw(record, now);
        latest = Optional.of(view);
        return view;
    }

    private void copy(CollectorRecord record) {
        bar = record.beats().toList();
        var heard = record.heard();
        vitals =
                record.gone()
                        ? Map.of()
                        : heard.map(CollectorRecord.Heard::vitals).orElseGet(Map::of);
        heard.ifPresent(last -> beatNanos = OptionalLong.of(last.atNanos()));
        var checked = record.news().checked();
        lastCheck = checked.map(HealthNews.Checked::data);
        checkNanos =
                checked.map(last -> OptionalLong.of(last.atNanos())).orElse(OptionalLong.empty());
        copyUptime(record);
        ageless = beatNanos.isEmpty() && checkNanos.isEmpty() && uptimeThen.isEmpty();
    }

    private void copyUptime(CollectorRecord record) {
        uptimeThen = Optional.empty();
        if (record.gone()) {
            return;
        }
        var told = vitals.get("uptime_seconds");
        if (told != null) {
            uptimeThen = Optional.of(Duration.ofMillis((long) (told * 1000)));
            uptimeNanos = record.heard().map(CollectorRecord.Heard::atNanos).orElse(upNanos);
        } else if (record.info().uptimeSeconds().isPresent()) {
            uptimeThen = Optional.of(Duration.ofSeconds(record.info().uptimeSeconds().getAsLong()));
            uptimeNanos = record.infoNanos();
        }
    }

    private CollectorView draw(CollectorRecord record, Moment now) {
        var health = record.health();
        return new CollectorView(
                record.info(),
                now.linkUp() ? record.state() : ProcessState.UNKNOWN,
                now.linkUp() ? record.liveness() : Liveness.UNKNOWN,
                health.status(),
                health.reason(),
                vitals,
                age(beatNanos, now),
                // A process that we cannot see may have ended: its uptime stands still.
                uptimeThen.map(then -> then.plusNanos(Math.max(0, upNanos - uptimeNanos))),
                configVersion(record),
                bar,
                lastCheck,
                age(checkNanos, now));
    }

    /// Versions only ever grow, so the highest is the newest, whoever said it.
    private static long configVersion(CollectorRecord record) {
        long beaten = record.heard().map(last -> last.beat().configVersion()).orElse(0L);
        return Math.max(beaten, record.info().configVersion());
    }

    private static Optional<Duration> age(OptionalLong thenNanos, Moment now) {
        return thenNanos.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, now.nanos() - thenNanos.getAsLong())));
    }
}
