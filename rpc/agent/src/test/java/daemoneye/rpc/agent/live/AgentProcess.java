package daemoneye.rpc.agent.live;

import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.ChildProcess;
import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// An agent in a process of its own, with the standard collectors, until it is killed.
public final class AgentProcess {
    private AgentProcess() {}

    /// @param arguments the address of the broker, the runtime folder, and whether collectors stay
    public static void main(String[] arguments) throws Exception {
        var wire = NettyWire.open("agent-process");
        try (var agent =
                Desk.agent(
                        wire,
                        Address.parse(arguments[0]),
                        Path.of(arguments[1]),
                        Boolean.parseBoolean(arguments[2]),
                        AgentSettings.STANDARD_COLLECTORS.subList(0, 2),
                        CollectorJvm.ofThisProcess())) {
            agent.collectors();
            new CountDownLatch(1).await();
        }
    }

    /// Starts one.
    ///
    /// @param stay whether its collectors outlive it
    static ChildProcess start(Desk desk, Path folder, boolean stay) throws Exception {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentProcess.class.getName(),
                        desk.address().toString(),
                        folder.toString(),
                        Boolean.toString(stay));
        return ChildProcess.start(command, false, desk.ticker());
    }
}
