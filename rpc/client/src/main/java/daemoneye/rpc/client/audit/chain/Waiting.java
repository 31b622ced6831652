package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;

import java.util.concurrent.CompletableFuture;

/// An entry on its way to the disk.
///
/// @param urgent whether somebody waits for it
/// @param durable completed with whether it is surely on disk
record Waiting(AuditDraft draft, boolean urgent, CompletableFuture<Boolean> durable) {
    static Waiting urgently(AuditDraft draft) {
        return new Waiting(draft, true, new CompletableFuture<>());
    }

    static Waiting patiently(AuditDraft draft) {
        return new Waiting(draft, false, new CompletableFuture<>());
    }

    /// Whether it must not be lost: it tells what became of a change.
    boolean precious() {
        return draft.changes() && draft.facts() instanceof AuditFacts.Outcome;
    }
}
