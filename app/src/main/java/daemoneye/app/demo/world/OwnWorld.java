package daemoneye.app.demo.world;

import daemoneye.app.backend.Backend;

/// A world that belongs to one tour: nobody else is on its broker.
public interface OwnWorld extends World, AutoCloseable {
    /// What a window shows of it.
    Backend backend();

    /// Ends collectors, agent and broker; takes seconds.
    @Override
    void close();
}
