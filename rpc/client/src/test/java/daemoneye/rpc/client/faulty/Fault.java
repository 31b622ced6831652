package daemoneye.rpc.client.faulty;

/// What can happen to a frame.
enum Fault {
    NONE,
    /// It never arrives.
    DROP,
    /// It arrives twice.
    DUPLICATE,
    /// It arrives, and later once more.
    REPLAY,
    /// It arrives later, behind others.
    DELAY,
    /// The link breaks before it.
    RESET_BEFORE,
    /// The link breaks behind it.
    RESET_AFTER
}
