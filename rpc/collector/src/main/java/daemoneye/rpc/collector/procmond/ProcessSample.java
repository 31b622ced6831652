package daemoneye.rpc.collector.procmond;

/// One process as one scan saw it.
///
/// @param started tells processes with the same pid apart; any number that stays the same while the
///     process lives
/// @param name as the system calls it, e.g. `java`
/// @param cpuNanos processor time it has used, all threads
/// @param residentBytes of memory it holds
public record ProcessSample(
        long pid,
        long parent,
        long started,
        String name,
        int threads,
        long cpuNanos,
        long residentBytes) {}
