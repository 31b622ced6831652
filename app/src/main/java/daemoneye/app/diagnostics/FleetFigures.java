package daemoneye.app.diagnostics;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The fleet as one snapshot showed it: how our link stood, how many stand how, and each collector
/// in a few facts. What a process wrote before it ended is left out: nobody knows what is in it.
final class FleetFigures {
    private static final int MOST = 500;

    private FleetFigures() {}

    static Map<String, Object> link(FleetSnapshot snapshot) {
        var link = new LinkedHashMap<String, Object>();
        switch (snapshot.link()) {
            case ConnectionState.Connected(var welcome, var since) -> {
                link.put("state", "connected");
                link.put("since", since.toString());
                link.put("broker", welcome.toString());
            }
            case ConnectionState.Reconnecting(var attempt, var next, var fault) -> {
                link.put("state", "reconnecting");
                link.put("attempt", attempt);
                link.put("next_try_in_ms", next.toMillis());
                link.put("fault", fault);
            }
            case ConnectionState.Closed(var reason) -> {
                link.put("state", "closed");
                link.put("reason", reason);
            }
        }
        snapshot.roundTrip()
                .ifPresent(
                        trip -> {
                            link.put("round_trip_us", trip.roundTrip().toNanos() / 1000);
                            link.put("clock_skew_ms", trip.skew().toMillis());
                        });
        snapshot.lastKnownAt().ifPresent(at -> link.put("last_known_at", at.toString()));
        return link;
    }

    static Map<String, Object> of(FleetSnapshot snapshot) {
        var fleet = new LinkedHashMap<String, Object>();
        fleet.put("taken_at", snapshot.takenAt().toString());
        fleet.put("listed", snapshot.listed());
        fleet.put("agents", snapshot.agents());
        fleet.put("collectors", snapshot.collectors().size());
        fleet.put("by_state", count(snapshot, each -> each.state().wireName()));
        fleet.put("by_liveness", count(snapshot, each -> each.liveness().name()));
        fleet.put("by_health", count(snapshot, each -> each.health().wireName()));
        fleet.put(
                "first_" + MOST,
                snapshot.collectors().stream().limit(MOST).map(FleetFigures::collector).toList());
        return fleet;
    }

    private static Map<String, Integer> count(
            FleetSnapshot snapshot, Function<CollectorView, String> name) {
        var counts = new TreeMap<String, Integer>();
        snapshot.collectors().forEach(each -> counts.merge(name.apply(each), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Object> collector(CollectorView view) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", view.id().text());
        facts.put("type", view.info().collectorType());
        facts.put("host", view.info().host());
        facts.put("agent", view.info().agentId());
        facts.put("state", view.state().wireName());
        facts.put("agent_says", view.info().state().wireName());
        facts.put("liveness", view.liveness().name());
        facts.put("health", view.health().wireName());
        view.healthReason().ifPresent(why -> facts.put("health_reason", why));
        facts.put("restarts", view.info().restarts());
        facts.put("config_version", view.configVersion());
        view.lastBeatAge().ifPresent(age -> facts.put("last_beat_ms", age.toMillis()));
        view.uptime().ifPresent(time -> facts.put("uptime_s", time.toSeconds()));
        facts.put("vitals", new TreeMap<>(view.vitals()));
        var beats = new TreeMap<String, Integer>();
        view.beats().forEach(beat -> beats.merge(beat.kind().name(), 1, Integer::sum));
        facts.put("beats", beats);
        view.info().lastExit().ifPresent(exit -> facts.put("last_exit", exit.summary()));
        return facts;
    }

    /// For a bundle without a broker.
    static Map<String, Object> none() {
        return Map.of("collectors", List.of());
    }
}
