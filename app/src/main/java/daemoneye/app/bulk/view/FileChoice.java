package daemoneye.app.bulk.view;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person where a file shall go. FX thread.
@FunctionalInterface
public interface FileChoice {
    /// @param name that is proposed
    /// @return empty if the person thought better of it
    Optional<Path> save(String name);
}
