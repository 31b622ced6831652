package daemoneye.app.launch;

import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.SettingsFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings of a run, saved at each change. Safe from any thread; a change blocks until it is
/// on disk.
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final SettingsFile file;
    private final boolean keep;
    private final Optional<String> trouble;
    private ConsoleSettings settings;

    /// @param keep whether changes are saved: not for pictures
    Remembered(SettingsFile file, boolean keep) {
        this.file = file;
        this.keep = keep;
        var loaded = file.load();
        settings = loaded.settings();
        trouble = loaded.trouble();
    }

    /// One sentence for the person, if the file could not be read.
    Optional<String> trouble() {
        return trouble;
    }

    synchronized ConsoleSettings now() {
        return settings;
    }

    synchronized void change(UnaryOperator<ConsoleSettings> change) {
        settings = change.apply(settings);
        if (!keep) {
            return;
        }
        try {
            file.save(settings);
        } catch (IOException e) {
            LOG.warn("The settings could not be saved: {}", e.getMessage());
        }
    }
}
