package daemoneye.rpc.client.audit.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// How long a log was, and what its head was, when it was last forced to disk: kept beside the log,
/// it proves that a tail is missing.
///
/// @param log the random id of the log
/// @param sequence of the newest entry that is surely on disk
/// @param head its hash
/// @param segment it stands in
/// @param bytes of that segment, up to and with that entry
/// @param oldestSegment that is kept
/// @param oldestSequence its first entry
/// @param oldestPrevious hash of the entry before that, which has been removed
public record Checkpoint(
        String process,
        String log,
        long sequence,
        String head,
        int segment,
        long bytes,
        int oldestSegment,
        long oldestSequence,
        String oldestPrevious,
        Instant time) {
    /// One of the two places in the file, which are written by turns, so that one is always whole.
    public static final int SLOT = 1024;

    /// The file that belongs to a process.
    public static String fileName(String process) {
        return process + ".checkpoint";
    }

    /// As it stands in its place: a line like those of the log, filled up with blanks.
    public byte[] slot() {
        var line =
                new FlatLine()
                        .number("seq", sequence)
                        .text("time", EntryText.time(time))
                        .text("phase", "checkpoint")
                        .text("process", process)
                        .text("log", log)
                        .number("segment", segment)
                        .number("bytes", bytes)
                        .number("oldest_segment", oldestSegment)
                        .number("oldest_seq", oldestSequence)
                        .text("oldest_prev", oldestPrevious)
                        .text("prev", head)
                        .seal()
                        .bytes();
        var text = new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
        var blank = " ".repeat(SLOT - 1 - text.length());
        return (text + blank + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// @param slot as [#slot()] makes it
    public static Checkpoint read(byte[] slot) throws MalformedEntry {
        var text = new String(slot, StandardCharsets.ISO_8859_1).strip();
        var line = AuditLine.read((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
        if (!line.intact()) {
            throw new MalformedEntry("the checkpoint's hash is wrong");
        }
        var fields = FlatFields.of(text);
        return new Checkpoint(
                FlatFields.text(fields, "process"),
                FlatFields.text(fields, "log"),
                line.sequence(),
                line.previous(),
                (int) FlatFields.number(fields, "segment"),
                FlatFields.number(fields, "bytes"),
                (int) FlatFields.number(fields, "oldest_segment"),
                FlatFields.number(fields, "oldest_seq"),
                FlatFields.text(fields, "oldest_prev"),
                EntryText.time(FlatFields.text(fields, "time")));
    }
}
