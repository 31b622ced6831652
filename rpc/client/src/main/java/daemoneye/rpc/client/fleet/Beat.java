package daemoneye.rpc.client.fleet;

/// A beat that came, or one that should have.
///
/// @param atNanos when, by the fleet's ticker
/// @param sequence as the collector numbered it; 0 where none came
/// @param configVersion the version of its settings that it named; 0 where none came
public record Beat(long atNanos, BeatKind kind, long sequence, long configVersion) {
    /// A place where no beat came.
    public static Beat none(long atNanos, BeatKind kind) {
        return new Beat(atNanos, kind, 0, 0);
    }
}
