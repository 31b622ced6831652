package daemoneye.rpc.client.audit.chain;

/// How much of a log is kept.
///
/// @param segmentBytes a file that has reached this size is followed by another
/// @param keptSegments files that are kept, at least 2; the oldest goes when there is one more
public record LogSettings(long segmentBytes, int keptSegments) {
    /// 16 files of 64 MiB: 1 GiB for each process, about 1.5 million calls.
    public static final LogSettings USUAL = new LogSettings(64L << 20, 16);

    /// @throws IllegalArgumentException if nothing would be left
    public LogSettings {
        if (segmentBytes < 1 || keptSegments < 2) {
            throw new IllegalArgumentException(
                    "at least 2 files of at least 1 byte are kept, not %d of %d"
                            .formatted(keptSegments, segmentBytes));
        }
    }
}
