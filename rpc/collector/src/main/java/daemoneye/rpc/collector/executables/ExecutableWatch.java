package daemoneye.rpc.collector.executables;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hashes the executable of each process once, and tells when the file behind a running path
/// changes (`process.executable_changed`), and the hash of a new process if it was not known yet
/// when the process was told (`process.hashed`).
///
/// A scan reads at most [#BYTES_PER_SCAN], so that it stays quick whatever runs. Not for several
/// threads.
public final class ExecutableWatch {
    /// The component that says how far the hashing is.
    public static final String COMPONENT = "hash_verification";

    /// Some 25 ms of one core, measured at 170 MB/s.
    static final long BYTES_PER_SCAN = 4L * 1024 * 1024;

    private static final int LOOKS_PER_SCAN = 32;
    private static final int CHECKS_PER_SCAN = 256;
    private static final int MOST_LISTED = 200;

    private final ExecutableSource source;
    private final HashBook book = new HashBook();
    private final ExecutableChanges changes = new ExecutableChanges(book);
    private final Map<Long, Image> byPid = new HashMap<>();
    private final Map<Key, Image> images = new LinkedHashMap<>();
    private boolean begun;
    private int lookCursor;
    private int checkCursor;
    private long changedInAll;
    private ConfigValue listed = new ConfigValue.Items(List.of());
    private int listedHashes = -1;

    private record Key(Object path, FileIdentity identity) {}

    public ExecutableWatch() {
        this(ExecutableSource.ofThisSystem());
    }

    ExecutableWatch(ExecutableSource source) {
        this.source = source;
    }

    /// Looks at what runs now, and hashes on.
    ///
    /// @param rule from now on
    /// @param running pids of all processes
    /// @param appeared those of them that are new, also under a pid that was there before
    public void look(HashRule rule, Set<Long> running, List<Long> appeared) {
        book.follow(rule);
        if (!rule.on()) {
            byPid.clear();
            images.clear();
            return;
        }
        appeared.forEach(this::forget);
        for (var pid : running) {
            if (!byPid.containsKey(pid)) {
                sight(pid);
            }
        }
        images.values().forEach(this::want);
        if (begun) {
            book.work(BYTES_PER_SCAN);
        }
        begun = true; // a collector that starts has better things to do first
    }

    /// Adds the executable of a process, and its hash if it is known, to what is told of it.
    public Fields describe(long pid, Fields fields) {
        var image = byPid.get(pid);
        if (image == null) {
            return fields;
        }
        fields.with("executable", image.path().toString());
        var hash = book.find(image.identity());
        if (hash.isPresent()) {
            return fields.with(book.rule().fieldName(), hash.get());
        }
        image.await();
        return fields.with("hash_pending", ConfigValue.of(true));
    }

    /// Tells what was found, and forgets processes that are gone.
    public void tell(Findings out, Set<Long> running) {
        if (!book.rule().on()) {
            out.part(COMPONENT, () -> "Off: enable_hash_verification is false");
            return;
        }
        late(out);
        check(out);
        lookAgain(running);
        Set.copyOf(byPid.keySet()).stream()
                .filter(pid -> !running.contains(pid))
                .forEach(this::forget);
        images.values().removeIf(image -> image.pids().isEmpty());
        keepUsed();
        figures(out);
    }

    private void sight(long pid) {
        source.of(pid).ifPresent(seen -> put(pid, seen));
    }

    private void put(long pid, Executable seen) {
        var image =
                images.computeIfAbsent(
                        new Key(seen.path(), seen.identity()), _ -> new Image(seen, leadsTo(seen)));
        image.pids().add(pid);
        byPid.put(pid, image);
    }

    private static boolean leadsTo(Executable seen) {
        try {
            return FileIdentity.at(seen.path()).equals(seen.identity());
        } catch (IOException e) {
            return false;
        }
    }

    private void forget(long pid) {
        var image = byPid.remove(pid);
        if (image != null) {
            image.pids().remove(pid);
        }
    }

    private void want(Image image) {
        book.want(image.content(), image.identity());
    }

    private void late(Findings out) {
        for (var image : images.values()) {
            var hash = book.find(image.identity());
            if (hash.isPresent() && image.wasAwaited()) {
                out.event(
                        new Fields()
                                .with("executable", image.path().toString())
                                .with(book.rule().fieldName(), hash.get())
                                .with("size_bytes", image.identity().size())
                                .with("pids", ExecutableChanges.pids(image))
                                .seen("process", "hashed"));
            }
        }
    }

    /// Looks behind the paths of some images, in turn.
    private void check(Findings out) {
        var all = List.copyOf(images.values());
        for (int at = 0; at < Math.min(CHECKS_PER_SCAN, all.size()); at++) {
            var image = all.get((checkCursor + at) % all.size());
            image.see(ExecutableChanges.behind(image));
            var news = changes.news(image);
            if (news.isPresent()) {
                changedInAll++;
                out.event(news.get());
            }
        }
        checkCursor = all.isEmpty() ? 0 : (checkCursor + CHECKS_PER_SCAN) % all.size();
    }

    /// Processes begin to run other programs: looks at some again, in turn.
    private void lookAgain(Set<Long> running) {
        var all = new ArrayList<>(running);
        for (int at = 0; at < Math.min(LOOKS_PER_SCAN, all.size()); at++) {
            long pid = all.get((lookCursor + at) % all.size());
            var image = Optional.ofNullable(byPid.get(pid));
            var seen = source.of(pid);
            if (seen.isPresent() && image.filter(it -> it.isStill(seen.get())).isEmpty()) {
                forget(pid);
                put(pid, seen.get());
            }
        }
        lookCursor = all.isEmpty() ? 0 : (lookCursor + LOOKS_PER_SCAN) % all.size();
    }

    private void keepUsed() {
        var used = new HashSet<FileIdentity>();
        for (var image : images.values()) {
            used.add(image.identity());
            if (image.seen() instanceof Image.Behind.Other(var identity)) {
                used.add(identity);
            }
        }
        book.keep(used::contains);
    }

    private void figures(Findings out) {
        int hashed = (int) images.values().stream().filter(this::isHashed).count();
        out.metric("hashed_executables", hashed);
        out.metric("hashes_waiting", book.waiting());
        out.metric("executable_changes", changedInAll);
        if (hashed != listedHashes) {
            listed = list();
            listedHashes = hashed;
        }
        out.detail("executables", listed);
        out.part(COMPONENT, () -> message(hashed));
    }

    private boolean isHashed(Image image) {
        return book.find(image.identity()).isPresent();
    }

    private String message(int hashed) {
        return String.format(
                Locale.ROOT,
                "Hashed %,d executables of %,d processes, %,d wait, %,d cannot be read",
                hashed,
                byPid.size(),
                book.waiting(),
                book.unreadable());
    }

    private ConfigValue list() {
        var items = new ArrayList<ConfigValue>();
        images.values().stream()
                .limit(MOST_LISTED)
                .forEach(
                        image ->
                                book.find(image.identity())
                                        .ifPresent(hash -> items.add(entry(image, hash))));
        return new ConfigValue.Items(items);
    }

    private ConfigValue entry(Image image, String hash) {
        return new Fields()
                .with("executable", image.path().toString())
                .with(book.rule().fieldName(), hash)
                .with("size_bytes", image.identity().size())
                .table();
    }
}
