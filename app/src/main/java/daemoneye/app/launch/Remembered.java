package daemoneye.app.launch;

import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.text.Messages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings of a run, saved at each change. Safe from any thread; a change blocks until it is
/// on disk.
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final SettingsFile file;
    private final boolean keep;
    private final Optional<String> trouble;
    private final boolean first;
    private Consumer<String> onTrouble = _ -> {};
    private ConsoleSettings settings;

    /// @param keep whether changes are saved: not for pictures
    Remembered(SettingsFile file, boolean keep) {
        this.file = file;
        this.keep = keep;
        var loaded = file.load();
        settings = loaded.settings();
        trouble = loaded.trouble();
        first = loaded.first();
    }

    /// One sentence for the person, if the file could not be read.
    Optional<String> trouble() {
        return trouble;
    }

    /// Whether nobody has used the console here before.
    boolean isFirst() {
        return first;
    }

    /// Tells of changes that could not be kept, on the thread that made them.
    synchronized void tell(Consumer<String> troubles) {
        onTrouble = troubles;
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
            LOG.warn("The settings could not be saved: {}", e.toString());
            onTrouble.accept(Messages.text("settings.notKept", file.path(), reason(e)));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> Messages.text("settings.notKept.denied");
            case FileSystemException each when each.getReason() != null -> each.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
