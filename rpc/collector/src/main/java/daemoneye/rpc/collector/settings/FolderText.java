package daemoneye.rpc.collector.settings;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Paths as settings write them.
final class FolderText {
    private FolderText() {}

    static boolean isFolder(ConfigValue value) {
        if (!(value instanceof ConfigValue.Text(var text))) {
            return false;
        }
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
