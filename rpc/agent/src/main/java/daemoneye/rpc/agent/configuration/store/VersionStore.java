package daemoneye.rpc.agent.configuration.store;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The versions of one collector's settings in one file. Confined to one thread at a time.
///
/// A file that cannot be understood is kept as `….corrupt-TIME` and the content before it,
/// `….bak`, is used; people are told in the log, in the history, and by [#trouble()]. If that is
/// damaged, too, usual values hold. Numbers always go on from the greatest that was ever given.
public final class VersionStore {
    private static final Logger LOG = LoggerFactory.getLogger(VersionStore.class);

    /// Longer histories lose their older half; a hundred settings and 200 versions need a tenth.
    static final int MOST_BYTES = 4 << 20;

    private final Path file;
    private final String agentId;
    private final Ticker ticker;
    private Optional<String> trouble = Optional.empty();
    private VersionBook book;

    private VersionStore(Path file, String agentId, Ticker ticker) throws IOException {
        this.file = file;
        this.agentId = agentId;
        this.ticker = ticker;
        this.book = load();
    }

    /// Opens the file, or begins with version 1 and nothing told; that is written with the first
    /// change.
    ///
    /// @param agentId in whose name repairs are noted
    /// @throws IOException with a sentence for people, if the disk does not work
    public static VersionStore open(Path file, String agentId, Ticker ticker) throws IOException {
        try {
            return new VersionStore(file, agentId, ticker);
        } catch (IOException e) {
            throw new IOException("cannot read %s: check its rights".formatted(file), e);
        }
    }

    public VersionBook book() {
        return book;
    }

    /// What people must know of a damage that was found at the opening.
    public Optional<String> trouble() {
        return trouble;
    }

    /// Replaces all; when it returns, that is on the disk.
    ///
    /// @throws IOException with a sentence for people; nothing has changed then
    public void save(VersionBook next) throws IOException {
        save(next, true);
    }

    private void save(VersionBook next, boolean keepBackup) throws IOException {
        var kept = next;
        var bytes = BookText.write(kept);
        while (bytes.length > MOST_BYTES && kept.versions().size() > 1) {
            kept = kept.shortened();
            bytes = BookText.write(kept);
        }
        try {
            DurableFile.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            if (keepBackup) {
                DurableFile.keep(file);
            }
            DurableFile.replace(file, bytes);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write %s: check the rights of its folder and the space on its disk"
                            .formatted(file),
                    e);
        }
        book = kept;
    }

    private VersionBook load() throws IOException {
        var backup = DurableFile.backup(file);
        if (!Files.exists(file) && !Files.exists(backup)) {
            return VersionBook.first(fresh(1, Map.of(), "usual values"));
        }
        var main = BookRead.of(file);
        return switch (main) {
            case BookRead.Whole(var whole) -> whole;
            case BookRead.Damaged damaged -> repaired(damaged, BookRead.of(backup), backup);
        };
    }

    private VersionBook repaired(BookRead.Damaged main, BookRead before, Path backup)
            throws IOException {
        var kept = aside(file);
        // The lost content had at most one version that its backup does not have.
        return switch (before) {
            case BookRead.Whole(var whole) -> {
                long next = Math.max(whole.next(), main.greatest()) + 1;
                var old = whole.newest();
                var why =
                        "%s could not be used (%s)%s; the settings of version %d hold, from %s"
                                .formatted(
                                        file, main.why(), kept, old.number(), backup.getFileName());
                yield told(whole.goingOnFrom(next), old.values(), why);
            }
            case BookRead.Damaged(var alsoWhy, long greatest) -> {
                long next = Math.max(main.greatest(), greatest) + 1;
                var why =
                        "neither %s (%s) nor its backup (%s) could be used%s; usual settings hold"
                                .formatted(file, main.why(), alsoWhy, kept + aside(backup));
                yield told(emptyFrom(next), Map.of(), why);
            }
        };
    }

    private VersionBook told(VersionBook rest, Map<String, ConfigValue> values, String why)
            throws IOException {
        LOG.warn("{}", why);
        trouble = Optional.of(why);
        var repair = fresh(rest.next(), values, why);
        // What is damaged must not become the backup.
        save(rest.with(repair, 0), false);
        return book;
    }

    private VersionBook emptyFrom(long next) {
        return VersionBook.first(fresh(next, Map.of(), "nothing is known of it"));
    }

    private ConfigVersion fresh(long number, Map<String, ConfigValue> values, String reason) {
        return new ConfigVersion(
                number,
                values,
                ChangeNote.ofAgent(agentId, reason),
                ticker.now(),
                List.of(),
                OptionalLong.empty());
    }

    // It also stays where it is until it is replaced: no moment without a trace of the damage.
    private static String aside(Path damaged) throws IOException {
        if (!Files.exists(damaged)) {
            return "";
        }
        long since = Files.getLastModifiedTime(damaged).toMillis();
        var aside = damaged.resolveSibling(damaged.getFileName() + ".corrupt-" + since);
        if (!Files.exists(aside)) {
            Files.copy(damaged, aside, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return ", it is kept as " + aside.getFileName();
    }
}
