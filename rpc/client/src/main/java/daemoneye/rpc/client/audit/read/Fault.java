package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.protocol.value.WireName;

/// What can be wrong with an entry.
public enum Fault implements WireName {
    /// The line is no entry at all.
    SHAPE,
    /// Its bytes do not have its hash: it was edited.
    HASH,
    /// It does not continue the entry before: something was removed, inserted or swapped.
    CHAIN,
    /// Entries or files are missing.
    GAP,
    /// It ends in the middle, as after a crash; the writer cuts that off when it starts again.
    TORN,
    /// The checkpoint vouches for entries that are not there, or for others.
    CUT,
    /// The log itself tells that it was not intact when it was opened.
    NOTED
}
