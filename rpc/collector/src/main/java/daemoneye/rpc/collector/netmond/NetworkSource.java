package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.machine.Platform;

import java.io.IOException;
import java.util.List;

/// Where sockets and interfaces are read. Used by one thread.
public interface NetworkSource {
    /// Most sockets that are looked at in one scan; more are counted only.
    int MOST_SOCKETS = 20_000;

    /// TCP and UDP sockets of this network namespace.
    SocketTable sockets() throws IOException;

    /// All interfaces, loopback too.
    List<InterfaceCounters> interfaces() throws IOException;

    /// The best one for this system.
    static NetworkSource ofThisSystem() {
        return Platform.hasProc() ? new LinuxNetwork() : new OshiNetwork();
    }
}
