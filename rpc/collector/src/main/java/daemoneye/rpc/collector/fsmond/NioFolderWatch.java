package daemoneye.rpc.collector.fsmond;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import daemoneye.rpc.collector.gather.Reasons;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Watches through the JDK (inotify on Linux, a native watch on Windows, polling on macOS). A task
/// of its own empties the JDK's queue at once, because that one overflows after 512 changes.
public final class NioFolderWatch implements FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NioFolderWatch.class);

    private final WatchService service;
    private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();
    private final PendingChanges pending = new PendingChanges(MOST_CHANGES);
    private List<Path> folders;

    /// @param drain runs one task for as long as this watch is open
    /// @throws IOException if the system offers no more watches
    public NioFolderWatch(List<Path> folders, Executor drain) throws IOException {
        this.folders = List.copyOf(folders);
        this.service = FileSystems.getDefault().newWatchService();
        drain.execute(this::drain);
    }

    @Override
    public synchronized Look look() {
        var faults = new ArrayList<String>();
        for (var folder : folders) {
            if (!keys.containsKey(folder)) {
                register(folder, faults);
            }
        }
        return new Look(keys.size(), faults, pending.takeChanges(), pending.takeLost());
    }

    /// Watches these from now on. Changes in folders that are no longer watched, and not told yet,
    /// are still told.
    ///
    /// @throws IOException if a folder that is new among them cannot be watched; then the old ones
    ///     are watched as before
    public synchronized void follow(List<Path> wanted) throws IOException {
        var fresh = new ArrayList<Path>();
        try {
            for (var folder : wanted) {
                if (!folders.contains(folder) && !keys.containsKey(folder)) {
                    requireReadable(folder);
                    keys.put(folder, watched(folder));
                    fresh.add(folder);
                }
            }
        } catch (IOException e) {
            fresh.forEach(this::leave);
            throw new IOException(Reasons.of(e), e);
        }
        folders.stream().filter(each -> !wanted.contains(each)).forEach(this::leave);
        folders = List.copyOf(wanted);
    }

    private void leave(Path folder) {
        var key = keys.remove(folder);
        if (key != null) {
            key.cancel();
        }
    }

    private WatchKey watched(Path folder) throws IOException {
        return folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    }

    private void register(Path folder, List<String> faults) {
        try {
            requireReadable(folder);
            keys.put(folder, watched(folder));
        } catch (IOException e) {
            faults.add(Reasons.of(e));
        }
    }

    /// Asked first, because what the JDK says of an unreadable folder names the folder only.
    private static void requireReadable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        if (!Files.isReadable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private void drain() {
        try {
            while (true) {
                take(service.take());
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("no more folders are watched");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(WatchKey key) {
        if (key.watchable() instanceof Path folder) {
            key.pollEvents().forEach(event -> add(folder, event));
            if (!key.reset()) {
                keys.remove(folder, key); // the folder is gone: looked for again at the next look
            }
        }
    }

    private void add(Path folder, WatchEvent<?> event) {
        if (event.kind().equals(OVERFLOW) || !(event.context() instanceof Path name)) {
            pending.lose(event.count());
        } else {
            pending.add(folder.resolve(name), what(event.kind()));
        }
    }

    private static FileChange.What what(WatchEvent.Kind<?> kind) {
        if (kind.equals(ENTRY_CREATE)) {
            return FileChange.What.CREATED;
        }
        return kind.equals(ENTRY_DELETE) ? FileChange.What.DELETED : FileChange.What.MODIFIED;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("the watch did not close cleanly", e);
        }
    }
}
