package daemoneye.rpc.collector.fsmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Rate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Makes events and figures of what happened in the watched folders.
final class ChangeTeller {
    private final Map<FileChange.What, Long> counts = new EnumMap<>(FileChange.What.class);
    private final Map<FileChange.What, Rate> rates = new EnumMap<>(FileChange.What.class);
    private long lostInAll;

    String tell(FolderWatch.Look look, Findings out, long nowNanos) {
        for (var change : look.changes()) {
            counts.merge(change.what(), 1L, Long::sum);
            out.event(fields(change).seen("file", name(change.what())));
        }
        for (var what : FileChange.What.values()) {
            var rate = rates.computeIfAbsent(what, _ -> new Rate());
            long count = counts.getOrDefault(what, 0L);
            out.metric(
                    "files_%s_per_second".formatted(name(what)), rate.perSecond(count, nowNanos));
        }
        lostInAll += look.lost();
        out.metric("watched_folders", look.watched());
        out.metric("file_changes_lost", lostInAll);
        faults(look, out);
        return String.format(Locale.ROOT, "Watching %,d folders", look.watched());
    }

    private static void faults(FolderWatch.Look look, Findings out) {
        if (look.lost() > 0) {
            out.degraded(
                    FileGatherer.FOLDERS,
                    String.format(
                            Locale.ROOT, "Too many changes at once, %,d were lost", look.lost()));
            out.error();
        }
        if (!look.faults().isEmpty()) {
            out.degraded(FileGatherer.FOLDERS, String.join("; ", look.faults()));
        }
    }

    private static Fields fields(FileChange change) {
        var fields = new Fields().with("path", change.path().toString());
        if (change.times() > 1) {
            fields.with("changes", change.times());
        }
        if (change.what() != FileChange.What.DELETED) {
            size(change, fields);
        }
        return fields;
    }

    /// Nothing if it is gone again by now.
    private static void size(FileChange change, Fields fields) {
        try {
            var attributes = Files.readAttributes(change.path(), BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                fields.with("size_bytes", attributes.size());
            }
        } catch (IOException e) {
            fields.with("gone", "before it could be looked at");
        }
    }

    private static String name(FileChange.What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
