package daemoneye.app.guard;

/// How much care the connection itself asks for.
public enum Protection {
    /// Usual care.
    OPEN,
    /// Whatever disturbs counts as wide.
    PROTECTED,
    /// Nothing that changes anything is sent.
    READ_ONLY
}
