package daemoneye.rpc.client.fleet;

/// A beat that came, or one that should have.
///
/// @param atNanos when, by the fleet's ticker
/// @param sequence as the collector numbered it; 0 where none came
public record Beat(long atNanos, BeatKind kind, long sequence) {}
