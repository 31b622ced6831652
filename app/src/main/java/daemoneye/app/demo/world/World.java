package daemoneye.app.demo.world;

import daemoneye.app.demo.tour.Deed;

import java.util.Optional;

/// What a tour can do to things outside the window. Any thread; nothing blocks for long.
@FunctionalInterface
public interface World {
    /// Does it; what follows is up to broker, agent and collectors.
    ///
    /// @return a sentence, if it could not be done
    Optional<String> does(Deed.InWorld deed);
}
