package daemoneye.rpc.collector.fsmond;

import java.util.OptionalLong;

/// How full one file system is.
///
/// @param mount where it hangs, e.g. `/`
/// @param type e.g. `ext4`
/// @param totalBytes of it
/// @param usableBytes what this user could still write
/// @param totalInodes places for files; empty where the system does not count them
public record FileSystemUse(
        String mount,
        String type,
        long totalBytes,
        long usableBytes,
        OptionalLong totalInodes,
        OptionalLong freeInodes) {
    public double usedPercent() {
        return totalBytes > 0 ? 100.0 * (totalBytes - usableBytes) / totalBytes : 0;
    }

    /// 0 where inodes are not counted.
    public double usedInodesPercent() {
        long total = totalInodes.orElse(0);
        return total > 0 ? 100.0 * (total - freeInodes.orElse(total)) / total : 0;
    }
}
