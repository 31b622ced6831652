package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// An entry on its way to the disk.
///
/// @param source makes it when it is written
/// @param urgent whether somebody waits for it
/// @param precious whether it must not be lost: it tells what became of a change
/// @param durable completed with whether it is surely on disk
record Waiting(
        Supplier<AuditDraft> source,
        boolean urgent,
        boolean precious,
        CompletableFuture<Boolean> durable) {
    static Waiting urgently(AuditDraft draft) {
        return new Waiting(() -> draft, true, isPrecious(draft), new CompletableFuture<>());
    }

    static Waiting patiently(AuditDraft draft) {
        return new Waiting(() -> draft, false, isPrecious(draft), new CompletableFuture<>());
    }

    /// Of a call that changed nothing.
    static Waiting patiently(Supplier<AuditDraft> read) {
        return new Waiting(read, false, false, new CompletableFuture<>());
    }

    AuditDraft draft() {
        return source.get();
    }

    private static boolean isPrecious(AuditDraft draft) {
        return draft.changes() && draft.facts() instanceof AuditFacts.Outcome;
    }
}
