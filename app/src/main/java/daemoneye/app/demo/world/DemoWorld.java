package daemoneye.app.demo.world;

import daemoneye.app.backend.Backend;
import daemoneye.app.demo.tour.Deed;
import daemoneye.rpc.client.fleet.CollectorView;

import java.util.Optional;
import java.util.OptionalLong;

/// A world of a real broker, a real agent, and collectors.
///
/// @param backend for the window; ends the whole world when it is closed
public record DemoWorld(Backend backend, Troupe troupe, BreakableLink link) implements OwnWorld {
    @Override
    public Optional<String> does(Deed.InWorld deed) {
        return switch (deed) {
            case Deed.Kill(var collector) -> kill(collector);
            case Deed.Afflict(var collector, var ailment) -> troupe.afflict(collector, ailment);
            case Deed.CutLink() -> {
                link.cut();
                yield Optional.empty();
            }
            case Deed.RestoreLink() -> {
                link.mend();
                yield Optional.empty();
            }
        };
    }

    private Optional<String> kill(String collector) {
        boolean killed =
                backend.fleet().snapshot().collectors().stream()
                        .filter(view -> view.id().text().equals(collector))
                        .map(CollectorView::info)
                        .map(info -> info.pid())
                        .filter(OptionalLong::isPresent)
                        .flatMap(pid -> ProcessHandle.of(pid.getAsLong()).stream())
                        .anyMatch(ProcessHandle::destroyForcibly);
        return killed
                ? Optional.empty()
                : Optional.of("there is no process of " + collector + " to kill");
    }

    @Override
    public void close() {
        backend.close();
    }
}
