package daemoneye.rpc.cli.fake;

import daemoneye.rpc.cli.link.OpenLink;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.transport.bus.Welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A link to no broker: calls go to a script, beats come from the test.
public final class FakeLink implements OpenLink {
    /// Where calls go.
    public final ScriptedCaller caller = new ScriptedCaller();

    /// What `fleet watch` shows.
    public final ScriptedFleet fleet = new ScriptedFleet();

    /// Sent to whoever listens to heartbeats, at once.
    public final List<HeartbeatData> beats = new ArrayList<>();

    private boolean closed;

    /// Whether the command said good-bye.
    public boolean closed() {
        return closed;
    }

    @Override
    public Welcome welcome() {
        return new Welcome("test-broker", "1.2.3", 1, 7, 1 << 20, 3);
    }

    @Override
    public String clientId() {
        return "cli-tester";
    }

    @Override
    public RpcCaller caller() {
        return caller;
    }

    @Override
    public Resilience resilience() {
        return Resilience.NONE;
    }

    @Override
    public Runnable heartbeats(Consumer<HeartbeatData> listener) {
        beats.forEach(listener);
        return () -> {};
    }

    @Override
    public Runnable auditEvents(Consumer<CollectorEvent> listener) {
        return () -> {};
    }

    @Override
    public FleetModel fleet() {
        return fleet;
    }

    @Override
    public void close() {
        closed = true;
    }
}
