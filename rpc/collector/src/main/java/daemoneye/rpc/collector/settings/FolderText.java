package daemoneye.rpc.collector.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Folders as settings write them: absolute paths, or one that begins with a stand-in.
final class FolderText {
    private static final Map<String, String> STAND_INS =
            Map.of("{home}", "user.home", "{temporary}", "java.io.tmpdir");

    private FolderText() {}

    /// Empty if `text` is no absolute path on this system.
    static Optional<Path> folder(String text) {
        var whole = text;
        for (var each : STAND_INS.entrySet()) {
            if (whole.startsWith(each.getKey())) {
                whole =
                        System.getProperty(each.getValue())
                                + whole.substring(each.getKey().length());
            }
        }
        try {
            return Optional.of(Path.of(whole)).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
