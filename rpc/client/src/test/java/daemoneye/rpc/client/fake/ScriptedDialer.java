package daemoneye.rpc.client.fake;

import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.bus.ClientIdentity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A broker that picks up, or not, when the test says so.
public final class ScriptedDialer implements BusDialer {
    private final List<CompletableFuture<Bus>> dials = new ArrayList<>();

    @Override
    public CompletableFuture<Bus> dial(ClientIdentity identity) {
        var dial = new CompletableFuture<Bus>();
        dials.add(dial);
        return dial;
    }

    /// How often somebody dialled.
    public int dials() {
        return dials.size();
    }

    /// Welcomes the newest dial.
    public ScriptedBus accept() {
        return accept(new ScriptedBus());
    }

    public ScriptedBus accept(ScriptedBus bus) {
        dials.getLast().complete(bus);
        return bus;
    }

    /// Lets the newest dial fail.
    public void refuse(String sentence) {
        dials.getLast().completeExceptionally(new BusRefusal("unreachable", sentence));
    }
}
