package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.Digest;

/// Where what is kept of a chain begins.
///
/// @param sequence of the first entry
/// @param previous hash of the one before
record Oldest(int segment, long sequence, String previous) {
    static final Oldest FIRST = new Oldest(1, 1, Digest.NONE);
}
