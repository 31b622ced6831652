package daemoneye.rpc.client.serve.memory;

import java.time.Duration;

/// What a memory says to a request.
public sealed interface Admission {
    /// It is new, and remembered from now on, until it is forgotten or old.
    record Fresh() implements Admission {}

    /// It came before.
    record Again(KnownCall known) implements Admission {}

    /// Its id came before, with another content.
    record OtherContent() implements Admission {}

    /// It is new, and there is no room to remember it.
    ///
    /// @param retryAfter when the oldest call may be forgotten
    record Full(Duration retryAfter) implements Admission {}
}
