package daemoneye.rpc.collector.fsmond;

import java.util.List;

/// Watches some folders, not those inside them.
public interface FolderWatch extends AutoCloseable {
    /// Most files whose changes are kept between two looks; more are counted as lost.
    int MOST_CHANGES = 2_000;

    /// What happened since the last look. Folders that could not be watched are tried again.
    Look look();

    @Override
    void close();

    /// @param watched folders that are watched now
    /// @param faults why others are not, one sentence each
    /// @param changes one entry per file, oldest first
    /// @param lost changes that were too many to keep
    record Look(int watched, List<String> faults, List<FileChange> changes, long lost) {
        public Look {
            faults = List.copyOf(faults);
            changes = List.copyOf(changes);
        }
    }
}
