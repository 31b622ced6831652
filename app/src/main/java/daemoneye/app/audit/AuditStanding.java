package daemoneye.app.audit;

/// What the page of the audit logs can show at all.
public enum AuditStanding {
    /// The agents have not answered yet.
    LOADING,
    /// Entries, or none.
    READY,
    /// There is no link to a broker.
    NO_LINK,
    /// The role does not allow it.
    FORBIDDEN,
    /// No agent is connected.
    NOBODY,
    /// Agents were asked, and none has answered well.
    SILENT
}
