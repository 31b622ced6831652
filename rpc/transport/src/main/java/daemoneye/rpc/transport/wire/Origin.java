package daemoneye.rpc.transport.wire;

/// Who can be at the other end of a link, before anybody has said or proven anything.
public enum Origin {
    /// The same user, or root: the system said so, or where it does not tell, the socket's folder
    /// is closed to others; or it is the same process.
    SAME_USER,
    /// Anybody on this machine.
    SAME_MACHINE
}
