package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.format.AuditEntry;

/// One entry and whose log it stands in.
public record AuditHit(String process, AuditEntry entry) {}
