package daemoneye.rpc.client.live;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.InMemoryNetwork;
import daemoneye.rpc.transport.wire.InMemoryWire;
import daemoneye.rpc.transport.wire.Wire;

import java.nio.file.Path;

/// The wires over which a client is held against a real broker.
enum WireKind {
    MEMORY {
        @Override
        Wire newWire(InMemoryNetwork network, String name, Ticker ticker) {
            return new InMemoryWire(network, name, ticker);
        }

        @Override
        Address address(Path directory) {
            return new Address.Memory("broker");
        }
    },
    UNIX_SOCKET {
        @Override
        Wire newWire(InMemoryNetwork network, String name, Ticker ticker) {
            return NettyWire.open(name);
        }

        @Override
        Address address(Path directory) {
            return new Address.UnixSocket(directory.resolve("broker.sock"));
        }
    };

    abstract Wire newWire(InMemoryNetwork network, String name, Ticker ticker);

    abstract Address address(Path directory);
}
