package daemoneye.rpc.transport.wire;

import java.util.function.Function;

/// A name at which an in-memory wire listens.
record MemoryPort(
        InMemoryNetwork network,
        String name,
        InMemoryWire wire,
        Function<Link, LinkListener> onLink)
        implements Wire.Listening {
    @Override
    public Address address() {
        return new Address.Memory(name);
    }

    @Override
    public void close() {
        network.release(this);
    }
}
