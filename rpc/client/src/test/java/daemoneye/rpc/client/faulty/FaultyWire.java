package daemoneye.rpc.client.faulty;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// A wire whose outgoing links meet faults.
record FaultyWire(Wire wire, FaultPlan plan) implements Wire {
    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        var faulty = new FaultyLink(listener, plan, wire.ticker());
        return wire.connect(address, faulty).thenApply(faulty::over);
    }

    @Override
    public CompletableFuture<Listening> listen(
            Address address, Function<Link, LinkListener> onLink) {
        return wire.listen(address, onLink);
    }

    @Override
    public Executor loop() {
        return wire.loop();
    }

    @Override
    public Ticker ticker() {
        return wire.ticker();
    }

    @Override
    public void close() {
        wire.close();
    }
}
