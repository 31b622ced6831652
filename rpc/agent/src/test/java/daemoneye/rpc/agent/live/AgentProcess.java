package daemoneye.rpc.agent.live;

import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// An agent in a process of its own, with the standard collectors, until it is killed.
public final class AgentProcess {
    private AgentProcess() {}

    /// @param arguments the address of the broker and the runtime folder
    public static void main(String[] arguments) throws Exception {
        var wire = NettyWire.open("agent-process");
        try (var agent =
                Desk.agent(
                        wire,
                        Address.parse(arguments[0]),
                        Path.of(arguments[1]),
                        AgentSettings.STANDARD_COLLECTORS.subList(0, 2))) {
            agent.collectors();
            new CountDownLatch(1).await();
        }
    }
}
