package daemoneye.rpc.client.audit.format;

import java.time.Instant;

/// What shall become an entry, before it has its place in the chain.
///
/// @param changes whether it tells of a call that changes something
public record AuditDraft(Instant time, AuditFacts facts, boolean changes) {}
