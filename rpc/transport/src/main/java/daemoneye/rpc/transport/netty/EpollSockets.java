package daemoneye.rpc.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// Linux's own sockets: 10 to 15 % faster than Java's, and they tell the peer's user id.
final class EpollSockets implements Sockets {
    private static final int ROOT = 0;

    @Override
    public IoHandlerFactory loop() {
        return EpollIoHandler.newFactory();
    }

    @Override
    public Class<? extends Channel> tcp() {
        return EpollSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> tcpServer() {
        return EpollServerSocketChannel.class;
    }

    @Override
    public Class<? extends Channel> unix() {
        return EpollDomainSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> unixServer() {
        return EpollServerDomainSocketChannel.class;
    }

    @Override
    public SocketAddress unixAddress(Path path) {
        return new DomainSocketAddress(path.toString());
    }

    @Override
    public boolean peerMayConnect(Channel accepted, Path socketFile) {
        try {
            int peer = ((EpollDomainSocketChannel) accepted).peerCredentials().uid();
            return peer == ROOT || Integer.valueOf(peer).equals(owner(socketFile));
        } catch (IOException e) {
            return false;
        }
    }

    private static Object owner(Path socketFile) throws IOException {
        return Files.getAttribute(socketFile, "unix:uid");
    }
}
