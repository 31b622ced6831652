package daemoneye.rpc.transport.wire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The names at which in-memory wires listen: wires that share a network reach each other. Safe
/// from any thread.
public final class InMemoryNetwork {
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, MemoryPort> ports = new ConcurrentHashMap<>();

    /// Tells connected ends apart.
    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /// Whether the name was free and is now taken by `port`.
    boolean bind(MemoryPort port) {
        return ports.putIfAbsent(port.name(), port) == null;
    }

    void release(MemoryPort port) {
        ports.remove(port.name(), port);
    }

    Optional<MemoryPort> at(String name) {
        return Optional.ofNullable(ports.get(name));
    }
}
