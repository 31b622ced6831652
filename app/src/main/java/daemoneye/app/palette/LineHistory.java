package daemoneye.app.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines that were run, to walk back through. For one thread.
final class LineHistory {
    /// Lines that are kept.
    static final int KEPT = 50;

    private final List<String> lines = new ArrayList<>();
    private int at;

    void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        at = lines.size();
    }

    /// The next walk begins at the newest.
    void rewind() {
        at = lines.size();
    }

    Optional<String> older() {
        if (at == 0) {
            return Optional.empty();
        }
        return Optional.of(lines.get(--at));
    }

    /// Empty text past the newest; empty if nobody has walked back.
    Optional<String> newer() {
        if (at >= lines.size()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(at < lines.size() ? lines.get(at) : "");
    }
}
