package daemoneye.rpc.cli;

import daemoneye.rpc.cli.link.BrokerLinks;
import daemoneye.rpc.cli.link.Plumbing;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;

import java.util.Random;

/// The world around this process; for commands of other modules too.
public final class ThisProcess {
    private ThisProcess() {}

    /// Opens nothing yet.
    public static Surroundings surroundings() {
        var environment = System.getenv();
        var plumbing = new Plumbing(() -> NettyWire.open("wire"), KryoBodyCodec::new, new Random());
        return new Surroundings(
                new BrokerLinks(plumbing),
                plumbing,
                new SystemTicker("clock"),
                Terminal.of(environment),
                environment,
                System.in);
    }
}
