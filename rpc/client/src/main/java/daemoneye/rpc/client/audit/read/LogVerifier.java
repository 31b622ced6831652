package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.CheckpointFile;
import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.SegmentName;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Verifies logs without anybody's help: every hash, every link of the chain, every number, and
/// the checkpoint. A log may be written meanwhile. For one thread.
///
/// Whoever can write both a log and its checkpoint can make up a chain of their own: what was
/// published on the bus, or a copy of the checkpoint kept elsewhere, tells that.
public final class LogVerifier {
    private static final String CHECKPOINT = Checkpoint.fileName("");
    private final AuditDisk disk;

    public LogVerifier(AuditDisk disk) {
        this.disk = disk;
    }

    /// Whose logs there are, in the order of their names.
    public List<String> processes() throws IOException {
        var processes = new TreeSet<String>();
        for (var name : disk.names()) {
            SegmentName.of(name).ifPresent(segment -> processes.add(segment.process()));
            if (name.endsWith(CHECKPOINT)) {
                processes.add(name.substring(0, name.length() - CHECKPOINT.length()));
            }
        }
        return List.copyOf(processes);
    }

    /// Verifies the log of one process.
    public LogVerdict verify(String process) throws IOException {
        var verdict = attempt(process);
        // An old file may have been removed by the writer between listing and reading.
        return verdict.isPresent() ? verdict.get() : attempt(process).orElseThrow(this::moving);
    }

    /// Verifies one file alone: what comes before and after it is not looked at.
    public LogVerdict verify(SegmentName segment) throws IOException {
        var checkpoint = CheckpointFile.read(disk, segment.process());
        var check = new ChainCheck(segment.process(), checkpoint);
        check.startAnywhere();
        read(segment, check, true);
        return check.verdict(1);
    }

    private Optional<LogVerdict> attempt(String process) throws IOException {
        // First: whatever is written from now on, the log has at least as much.
        var checkpoint = CheckpointFile.read(disk, process);
        var segments = kept(process, checkpoint);
        var check = new ChainCheck(process, checkpoint);
        checkpoint.ifPresent(known -> check.start(known.oldestSequence(), known.oldestPrevious()));
        int expected = checkpoint.map(Checkpoint::oldestSegment).orElse(1);
        try {
            for (int at = 0; at < segments.size() && check.good(); at++) {
                var segment = segments.get(at);
                check.file(segment, expected + at);
                read(segment, check, at == segments.size() - 1);
            }
        } catch (NoSuchFileException | FileNotFoundException _) {
            return Optional.empty();
        }
        check.end(segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast()));
        return Optional.of(check.verdict(segments.size()));
    }

    // What the writer was about to remove when it crashed does not count any more.
    private List<SegmentName> kept(String process, Optional<Checkpoint> checkpoint)
            throws IOException {
        int oldest = checkpoint.map(Checkpoint::oldestSegment).orElse(1);
        return SegmentName.of(process, disk.names()).stream()
                .filter(segment -> segment.number() >= oldest)
                .toList();
    }

    private void read(SegmentName segment, ChainCheck check, boolean newest) throws IOException {
        if (!check.good()) {
            return;
        }
        try (var file = disk.openToRead(segment.fileName())) {
            new SegmentCheck(file, segment, check).run(newest);
        }
    }

    private IOException moving() {
        return new IOException("the log was removed while it was read: try again");
    }
}
