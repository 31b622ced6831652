package daemoneye.rpc.collector.fsmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// fsmond: how full the file systems are, and what changes in the watched folders (`file.created`,
/// `file.modified`, `file.deleted`, several changes of one file between two scans as one).
public final class FileGatherer implements Gatherer {
    /// The component that says whether file systems can be read.
    public static final String FILE_SYSTEMS = "file_systems";

    /// The component that says whether all folders are watched.
    public static final String FOLDERS = "folder_watch";

    /// What it reports.
    public static final List<String> COMPONENTS = List.of(FILE_SYSTEMS, FOLDERS);

    private static final double MB = 1024.0 * 1024.0;

    private final FileSystemSource source;
    private final FolderWatch watch;
    private final ChangeTeller teller = new ChangeTeller();

    public FileGatherer(FileSystemSource source, FolderWatch watch) {
        this.source = source;
        this.watch = watch;
    }

    @Override
    public List<String> components() {
        return COMPONENTS;
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        out.part(FILE_SYSTEMS, () -> fileSystems(out));
        out.part(FOLDERS, () -> teller.tell(watch.look(), out, nowNanos));
    }

    private String fileSystems(Findings out) throws IOException {
        var all = source.read();
        if (all.isEmpty()) {
            throw new IOException("the system tells of no file system");
        }
        var fullest =
                all.stream().max(Comparator.comparingDouble(FileSystemUse::usedPercent)).get();
        out.metric("file_system_count", all.size());
        out.metric("fullest_percent", fullest.usedPercent());
        out.metric(
                "fullest_inodes_percent",
                all.stream().mapToDouble(FileSystemUse::usedInodesPercent).max().orElse(0));
        out.metric("total_mb", all.stream().mapToLong(FileSystemUse::totalBytes).sum() / MB);
        out.metric("usable_mb", all.stream().mapToLong(FileSystemUse::usableBytes).sum() / MB);
        out.detail("file_systems", list(all));
        return String.format(
                Locale.ROOT,
                "Measuring %,d file systems, fullest %s at %.0f %%",
                all.size(),
                Fields.bounded(fullest.mount(), 80),
                fullest.usedPercent());
    }

    private static ConfigValue list(List<FileSystemUse> all) {
        var items = new ArrayList<ConfigValue>();
        for (var each : all) {
            var fields =
                    new Fields()
                            .with("mount", each.mount())
                            .with("type", each.type())
                            .with("total_bytes", each.totalBytes())
                            .with("usable_bytes", each.usableBytes())
                            .with("used_percent", each.usedPercent());
            each.totalInodes().ifPresent(count -> fields.with("total_inodes", count));
            each.freeInodes().ifPresent(count -> fields.with("free_inodes", count));
            items.add(fields.table());
        }
        return new ConfigValue.Items(items);
    }

    @Override
    public void close() {
        watch.close();
    }
}
