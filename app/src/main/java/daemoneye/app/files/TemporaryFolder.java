package daemoneye.app.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder for one run, and its removal with everything that is in it.
public final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private TemporaryFolder() {}

    /// Makes one that goes when Java exits; only a kill leaves it behind.
    ///
    /// @param prefix of its name
    /// @throws IOException if there is no place for it
    public static Path forThisProcess(String prefix) throws IOException {
        var folder = Files.createTempDirectory(prefix);
        var hook = Thread.ofPlatform().name("end-of-" + prefix).unstarted(() -> remove(folder));
        Runtime.getRuntime().addShutdownHook(hook);
        return folder;
    }

    /// Removes a folder; what cannot be removed is logged and stays.
    public static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.warn("The temporary folder {} stays behind: {}", folder, e.toString());
        }
    }
}
