package daemoneye.rpc.client.audit.chain;

import java.time.Instant;

/// Whether a log can be written.
public sealed interface Standing {
    /// Nothing has been written yet.
    record Opening() implements Standing {}

    /// It can.
    record Working() implements Standing {}

    /// It cannot; it is tried again every second.
    ///
    /// @param why for people
    /// @param since by the wall clock
    record Unavailable(String why, Instant since) implements Standing {}
}
