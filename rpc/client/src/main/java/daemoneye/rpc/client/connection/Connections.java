package daemoneye.rpc.client.connection;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.util.random.RandomGenerator;

/// Connections as production makes them.
public final class Connections {
    private static final BodyCodec CODEC = new KryoBodyCodec();

    private Connections() {}

    /// The codec that all of them speak; callers and services on a connection take the same.
    public static BodyCodec codec() {
        return CODEC;
    }

    /// Begins to connect over a wire of its own, which goes when the connection is closed. Closing
    /// then blocks for a second or two at most.
    public static Connection open(Address address, ClientIdentity identity, Ticker ticker) {
        var wire = NettyWire.open(identity.name() + "-wire");
        var dialer = new FrameBusDialer(wire, address);
        return BusConnection.open(dialer, identity, CODEC, ticker, random(), wire::close);
    }

    /// Begins to connect over a wire that others use too, e.g. the broker of the same process.
    /// Closing the connection leaves the wire open.
    public static Connection over(
            Wire wire, Address address, ClientIdentity identity, Ticker ticker) {
        return over(new FrameBusDialer(wire, address), identity, ticker);
    }

    /// Begins to connect to whatever kind of broker `dialer` reaches.
    public static Connection over(BusDialer dialer, ClientIdentity identity, Ticker ticker) {
        return BusConnection.open(dialer, identity, CODEC, ticker, random());
    }

    private static RandomGenerator random() {
        return RandomGenerator.getDefault();
    }
}
