package daemoneye.rpc.collector.fsmond;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes changes together per file until somebody looks; bounded. For several threads.
final class PendingChanges {
    private final int most;
    private Map<Path, FileChange> changes = new LinkedHashMap<>();
    private long lost;

    PendingChanges(int most) {
        this.most = most;
    }

    synchronized void add(Path path, FileChange.What what) {
        var known = changes.get(path);
        if (known != null) {
            changes.put(path, known.then(what));
        } else if (changes.size() < most) {
            changes.put(path, new FileChange(path, what, 1));
        } else {
            lost++;
        }
    }

    /// The system says that it dropped changes itself.
    synchronized void lose(long count) {
        lost += count;
    }

    synchronized List<FileChange> takeChanges() {
        var taken = List.copyOf(changes.values());
        changes = new LinkedHashMap<>();
        return taken;
    }

    synchronized long takeLost() {
        long taken = lost;
        lost = 0;
        return taken;
    }
}
