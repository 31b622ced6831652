package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Digest;

/// Where a chain ends.
///
/// @param sequence of the last entry; 0 before the first
/// @param hash of it
/// @param segment number of the file it stands in
/// @param bytes of that file up to and with it
record ChainHead(long sequence, String hash, int segment, long bytes) {
    static final ChainHead NOTHING = new ChainHead(0, Digest.NONE, 1, 0);

    boolean isFollowedBy(AuditLine line) {
        return line.intact() && line.sequence() == sequence + 1 && line.previous().equals(hash);
    }

    ChainHead after(AuditLine line) {
        return new ChainHead(line.sequence(), line.hash(), segment, bytes + line.bytes().length);
    }

    /// Ready for the first entry of another file.
    ChainHead inSegment(int number) {
        return new ChainHead(sequence, hash, number, 0);
    }
}
