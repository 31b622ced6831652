package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.format.AuditDraft;

import java.util.List;

/// What was found when a log was opened.
///
/// @param log its random id
/// @param head where it goes on; in a file that is to be begun if its bytes are 0
/// @param notes what is to be told of it
record Found(String log, ChainHead head, Oldest oldest, List<AuditDraft> notes) {
    Found {
        notes = List.copyOf(notes);
    }
}
