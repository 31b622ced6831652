package daemoneye.rpc.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

import jdk.net.ExtendedSocketOptions;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// Java's sockets: they work on every system.
final class NioSockets implements Sockets {
    private static final String ROOT = "root";

    @Override
    public IoHandlerFactory loop() {
        return NioIoHandler.newFactory();
    }

    @Override
    public Class<? extends Channel> tcp() {
        return NioSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> tcpServer() {
        return NioServerSocketChannel.class;
    }

    @Override
    public Class<? extends Channel> unix() {
        return NioDomainSocketChannel.class;
    }

    @Override
    public Class<? extends ServerChannel> unixServer() {
        return NioServerDomainSocketChannel.class;
    }

    @Override
    public SocketAddress unixAddress(Path path) {
        return UnixDomainSocketAddress.of(path);
    }

    @Override
    public boolean peerMayConnect(Channel accepted, Path socketFile) {
        var option = NioChannelOption.of(ExtendedSocketOptions.SO_PEERCRED);
        var peer = accepted.config().getOption(option);
        if (peer == null) {
            return true;
        }
        try {
            return peer.user().getName().equals(ROOT)
                    || peer.user().equals(Files.getOwner(socketFile));
        } catch (IOException e) {
            return false;
        }
    }
}
