package daemoneye.rpc.collector.executables;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// One file that runs, in however many processes.
final class Image {
    private final Path path;
    private final Path content;
    private final FileIdentity identity;
    private final boolean reachable;
    private final SequencedSet<Long> pids = new LinkedHashSet<>();
    private Behind told = new Behind.Same();
    private Behind seen = new Behind.Same();
    private boolean awaited;

    /// What is at the path of the image by now.
    sealed interface Behind {
        /// The file that runs.
        record Same() implements Behind {}

        /// Nothing.
        record Gone() implements Behind {}

        /// Another file, or the same one with another content.
        record Other(FileIdentity identity) implements Behind {}
    }

    /// @param reachable whether the path led to it at first; if not (another root, or deleted
    ///     before we came) nothing can be said of what is behind it
    Image(Executable seen, boolean reachable) {
        this.path = seen.path();
        this.content = reachable ? seen.path() : seen.content();
        this.identity = seen.identity();
        this.reachable = reachable;
    }

    Path path() {
        return path;
    }

    FileIdentity identity() {
        return identity;
    }

    boolean reachable() {
        return reachable;
    }

    SequencedSet<Long> pids() {
        return pids;
    }

    /// Where its content is read: the path while it leads there, because it outlives processes.
    Path content() {
        return seen instanceof Behind.Same || pids.isEmpty()
                ? content
                : Path.of("/proc", Long.toString(pids.getFirst()), "exe");
    }

    /// Whether `seen` is this image still, even if its content was written over. A source that only
    /// tells paths cannot say more than that the path is the same.
    boolean isStill(Executable seen) {
        boolean onlyPath = seen.content().equals(seen.path());
        return seen.path().equals(path)
                && (onlyPath || seen.identity().node().equals(identity.node()));
    }

    /// What was behind the path at the last look.
    Behind seen() {
        return seen;
    }

    void see(Behind now) {
        seen = now;
    }

    Behind told() {
        return told;
    }

    void tell(Behind now) {
        told = now;
    }

    /// Somebody was told of the image without its hash.
    void await() {
        awaited = true;
    }

    /// Whether somebody waits for the hash; asked once.
    boolean wasAwaited() {
        boolean was = awaited;
        awaited = false;
        return was;
    }
}
