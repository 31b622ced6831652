package daemoneye.rpc.cli.audit;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.ForwardLines;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.client.audit.read.AuditHit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.Consumer;

/// Writes entries into one file: log after log, each in the order of its numbers. The file is there
/// as a whole or not at all.
///
/// @param from not before
/// @param to only before
/// @param csv for spreadsheets; else the lines as they are
record ExportFile(AuditFolder folder, Instant from, Instant to, boolean csv) {
    /// @param entries that were written
    /// @param unreadable lines that were left out
    record Done(long entries, long unreadable) {
        Done plus(Done more) {
            return new Done(entries + more.entries, unreadable + more.unreadable);
        }
    }

    /// @param onLog told whose log comes next
    /// @throws IllegalArgumentException with a sentence, if there is nothing to export
    Done write(Path file, Consumer<String> onLog) throws IOException {
        var processes = folder.processes();
        var target = file.toAbsolutePath();
        var fresh = target.resolveSibling(target.getFileName() + ".new");
        var done = new Done(0, 0);
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                if (csv) {
                    out.write(CsvText.head().getBytes(StandardCharsets.UTF_8));
                }
                for (var process : processes) {
                    onLog.accept(process);
                    done = done.plus(log(process, out));
                }
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return done;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Done log(String process, OutputStream out) throws IOException {
        var disk = folder.disk();
        var done = new Done(0, 0);
        for (var segment : SegmentName.of(process, disk.names())) {
            done = done.plus(segment(segment, disk, out));
        }
        return done;
    }

    private Done segment(SegmentName segment, AuditDisk disk, OutputStream out) throws IOException {
        long entries = 0;
        long unreadable = 0;
        try (var file = disk.openToRead(segment.fileName())) {
            var lines = new ForwardLines(file, 0);
            for (var next = lines.next(); next.isPresent(); next = lines.next()) {
                try {
                    var line = AuditLine.read(next.get());
                    var entry = line.entry();
                    if (isWanted(entry)) {
                        out.write(text(segment.process(), line, entry));
                        entries++;
                    }
                } catch (MalformedEntry _) {
                    unreadable++;
                }
            }
        }
        return new Done(entries, unreadable);
    }

    private boolean isWanted(AuditEntry entry) {
        return !entry.time().isBefore(from) && entry.time().isBefore(to);
    }

    private byte[] text(String process, AuditLine line, AuditEntry entry) {
        return csv
                ? CsvText.line(OfflineTail.fields(new AuditHit(process, entry)))
                        .getBytes(StandardCharsets.UTF_8)
                : line.bytes();
    }
}
