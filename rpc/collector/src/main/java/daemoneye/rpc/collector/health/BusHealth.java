package daemoneye.rpc.collector.health;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.collector.events.BusLoad;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The components `event_bus` and `registration`.
final class BusHealth {
    private static final double ALMOST_FULL_PERCENT = 80;

    private final Ticker ticker;
    private final HealthSources sources;
    private volatile Waiting lately = new Waiting(-1, -1, "");

    /// What is said while so many events wait: nearly always what was said before.
    private record Waiting(long queued, long capacity, String message) {}

    BusHealth(Ticker ticker, HealthSources sources) {
        this.ticker = ticker;
        this.sources = sources;
    }

    List<ComponentHealth> components() {
        return List.of(eventBus(sources.events().load()), registration());
    }

    private ComponentHealth eventBus(BusLoad load) {
        if (load.fullPercent() > ALMOST_FULL_PERCENT) {
            return component(
                    "event_bus",
                    HealthStatus.DEGRADED,
                    String.format(
                            Locale.ROOT,
                            "queue %.0f %% full: %,d of %,d events wait, %,d were dropped",
                            load.fullPercent(),
                            load.queued(),
                            load.capacity(),
                            load.dropped()));
        }
        return switch (sources.link().get()) {
            case ConnectionState.Connected _ -> connected(load);
            case ConnectionState.Reconnecting down -> noLink(down.fault());
            case ConnectionState.Closed closed -> noLink(closed.reason());
        };
    }

    private ComponentHealth connected(BusLoad load) {
        var said = lately;
        if (said.queued() != load.queued() || said.capacity() != load.capacity()) {
            said = new Waiting(load.queued(), load.capacity(), waiting(load));
            lately = said;
        }
        return component("event_bus", HealthStatus.HEALTHY, said.message());
    }

    private static String waiting(BusLoad load) {
        return String.format(
                Locale.ROOT, "Connected, %,d of %,d events wait", load.queued(), load.capacity());
    }

    private ComponentHealth noLink(String fault) {
        return component(
                "event_bus",
                HealthStatus.DEGRADED,
                fault.isEmpty() ? "No link to the broker yet" : "No link to the broker: " + fault);
    }

    private ComponentHealth registration() {
        return switch (sources.registration().get()) {
            case RegistrationState.Accepted(var agent) ->
                    component("registration", HealthStatus.HEALTHY, "Registered with " + agent);
            case RegistrationState.Asking() ->
                    component("registration", HealthStatus.UNKNOWN, "Asking for an agent");
            case RegistrationState.Refused(var reason) ->
                    component("registration", HealthStatus.DEGRADED, reason);
        };
    }

    private ComponentHealth component(String name, HealthStatus status, String message) {
        return new ComponentHealth(name, status, Optional.of(message), ticker.now(), 1);
    }
}
