package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Origin;
import daemoneye.rpc.transport.wire.Wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/// Listens at sockets.
final class Acceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);

    /// Connections that may wait to be accepted: a whole fleet that reconnects at once.
    private static final int BACKLOG = 1024;

    private final EventLoop loop;
    private final Sockets sockets;
    private final OpenChannels channels;

    Acceptor(EventLoop loop, Sockets sockets, OpenChannels channels) {
        this.loop = loop;
        this.sockets = sockets;
        this.channels = channels;
    }

    /// @return where it listens, or what the system said
    CompletableFuture<Wire.Listening> listen(Place place, Function<Link, LinkListener> onLink) {
        var bootstrap =
                new ServerBootstrap()
                        .group(loop)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.AUTO_CLOSE, false)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, NettyLink.WATER_MARKS);
        return switch (place) {
            case Place.Port port -> listenAt(port, bootstrap, onLink);
            case Place.File file -> listenAt(file, bootstrap, onLink);
        };
    }

    private CompletableFuture<Wire.Listening> listenAt(
            Place.Port port, ServerBootstrap bootstrap, Function<Link, LinkListener> onLink) {
        var binding =
                bootstrap
                        .channel(sockets.tcpServer())
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(
                                frames(_ -> true, Acceptor::remote, Origin.SAME_MACHINE, onLink))
                        .bind(port.socket());
        return bound(binding, () -> new Address.Tcp(port.address().host(), localPort(binding)));
    }

    private CompletableFuture<Wire.Listening> listenAt(
            Place.File place, ServerBootstrap bootstrap, Function<Link, LinkListener> onLink) {
        var path = place.file().path();
        var peer = place.address().toString();
        var binding =
                bootstrap
                        .channel(sockets.unixServer())
                        .childHandler(
                                frames(
                                        channel -> sockets.peerMayConnect(channel, path),
                                        _ -> peer,
                                        Origin.SAME_USER,
                                        onLink))
                        .bind(sockets.unixAddress(path));
        return bound(
                binding,
                () -> {
                    place.file().claim();
                    return place.address();
                });
    }

    private ChannelInitializer<Channel> frames(
            Predicate<Channel> welcome,
            Function<Channel, String> peer,
            Origin origin,
            Function<Link, LinkListener> onLink) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (!welcome.test(channel)) {
                    LOG.warn("refused a connection of another user to {}", peer.apply(channel));
                    var _ = channel.close();
                    return;
                }
                var link = new NettyLink(channel, peer.apply(channel), true, origin);
                channels.addLink(link, channel);
                channel.pipeline().addLast(new FrameHandler(link, onLink.apply(link)));
            }
        };
    }

    private CompletableFuture<Wire.Listening> bound(ChannelFuture binding, Where where) {
        var listening = new CompletableFuture<Wire.Listening>();
        binding.addListener(
                _ -> {
                    if (!binding.isSuccess()) {
                        listening.completeExceptionally(binding.cause());
                        return;
                    }
                    channels.addListening(binding.channel());
                    try {
                        listening.complete(new NettyListening(where.address(), binding.channel()));
                    } catch (IOException e) {
                        var _ = binding.channel().close();
                        listening.completeExceptionally(e);
                    }
                });
        return listening;
    }

    private static int localPort(ChannelFuture binding) {
        return ((InetSocketAddress) binding.channel().localAddress()).getPort();
    }

    private static String remote(Channel channel) {
        var peer = (InetSocketAddress) channel.remoteAddress();
        return peer.getAddress().getHostAddress() + ":" + peer.getPort();
    }

    /// Where we listen, once we do.
    private interface Where {
        Address address() throws IOException;
    }
}
