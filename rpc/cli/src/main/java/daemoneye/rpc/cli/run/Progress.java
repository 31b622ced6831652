package daemoneye.rpc.cli.run;

import java.io.PrintWriter;

/// One line on standard error that says what is going on, and vanishes at the end. Silent unless a
/// person looks. Safe from any thread.
public final class Progress implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private final PrintWriter err;
    private final boolean shown;
    private boolean dirty;

    Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    public synchronized void show(String text) {
        if (shown) {
            err.print(CLEAR_LINE + text);
            err.flush();
            dirty = true;
        }
    }

    @Override
    public synchronized void close() {
        if (dirty) {
            err.print(CLEAR_LINE);
            err.flush();
            dirty = false;
        }
    }
}
