package daemoneye.app.backend;

/// Rings when an agent or a collector has published an entry of its audit log: what changed
/// something, failed, or is about the log itself. Only admins hear it.
@FunctionalInterface
public interface AuditBell {
    /// Never rings.
    AuditBell SILENT = _ -> () -> {};

    /// @param onRing called on a loop thread, must not block; one ring may stand for several
    /// @return ends it
    Runnable listen(Runnable onRing);
}
