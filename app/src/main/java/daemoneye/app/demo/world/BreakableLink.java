package daemoneye.app.demo.world;

import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.ClientIdentity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Dials a real broker, until somebody cuts the line: then the sessions end, and none can be opened
/// before it is mended. Safe from any thread.
public final class BreakableLink implements BusDialer {
    private final BusDialer real;
    private final List<Bus> sessions = new ArrayList<>();
    private boolean cut;

    public BreakableLink(BusDialer real) {
        this.real = real;
    }

    @Override
    public CompletableFuture<Bus> dial(ClientIdentity identity) {
        if (isCut()) {
            return CompletableFuture.failedFuture(
                    new IOException("The demo has cut the link to the broker."));
        }
        return real.dial(identity).thenApply(this::remember);
    }

    private synchronized boolean isCut() {
        return cut;
    }

    private synchronized Bus remember(Bus session) {
        sessions.add(session);
        if (cut) {
            session.close();
        }
        return session;
    }

    /// Ends all sessions.
    public void cut() {
        List<Bus> open;
        synchronized (this) {
            cut = true;
            open = List.copyOf(sessions);
            sessions.clear();
        }
        open.forEach(Bus::close);
    }

    /// The next attempt to connect succeeds.
    public synchronized void mend() {
        cut = false;
    }
}
