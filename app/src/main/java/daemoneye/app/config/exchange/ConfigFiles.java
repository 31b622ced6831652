package daemoneye.app.config.exchange;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file. FX thread.
public interface ConfigFiles {
    /// @return empty if the person thought better of it
    Optional<Path> open();

    /// @param name that is proposed
    /// @return empty if the person thought better of it
    Optional<Path> save(String name);
}
