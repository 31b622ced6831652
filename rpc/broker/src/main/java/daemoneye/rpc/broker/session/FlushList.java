package daemoneye.rpc.broker.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The sessions that got something since the last flush, each once: so that one read that fans out
/// to many messages costs each destination one system call. For the loop thread.
public final class FlushList {
    private final Consumer<Session> onCutOff;
    private List<Session> dirty = new ArrayList<>();
    private List<Session> spare = new ArrayList<>();
    private boolean flushing;

    /// @param onCutOff ends a session that could not take what it must get
    public FlushList(Consumer<Session> onCutOff) {
        this.onCutOff = onCutOff;
    }

    void add(Session session) {
        if (!session.listed()) {
            session.listed(true);
            dirty.add(session);
        }
    }

    /// Flushes every session on the list, and ends those that have to be. Ending one may put others
    /// on the list; they are flushed too.
    public void flush() {
        if (flushing) {
            // Ending a session led here again; the outer call sees to the rest.
            return;
        }
        flushing = true;
        try {
            while (!dirty.isEmpty()) {
                var batch = dirty;
                dirty = spare;
                spare = batch;
                batch.forEach(this::flush);
                batch.clear();
            }
        } finally {
            flushing = false;
        }
    }

    private void flush(Session session) {
        session.listed(false);
        session.link().flush();
        if (session.cutOff().isPresent() && !session.ended()) {
            onCutOff.accept(session);
        }
    }
}
