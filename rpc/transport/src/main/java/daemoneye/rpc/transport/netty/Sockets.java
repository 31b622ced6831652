package daemoneye.rpc.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;

import java.net.SocketAddress;
import java.nio.file.Path;

/// The two ways to reach the system's sockets: Linux's own, and Java's everywhere else.
interface Sockets {
    /// The fastest that works here.
    static Sockets best() {
        return Epoll.isAvailable() ? new EpollSockets() : new NioSockets();
    }

    IoHandlerFactory loop();

    Class<? extends Channel> tcp();

    Class<? extends ServerChannel> tcpServer();

    Class<? extends Channel> unix();

    Class<? extends ServerChannel> unixServer();

    SocketAddress unixAddress(Path path);

    /// Whether the process at the other end of an accepted Unix socket runs as the owner of the
    /// socket file, or as root; true where the system does not tell.
    boolean peerMayConnect(Channel accepted, Path socketFile);
}
