package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Link;
import daemoneye.rpc.transport.wire.LinkListener;
import daemoneye.rpc.transport.wire.Origin;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;

import java.util.concurrent.CompletableFuture;

/// Opens sockets.
final class Connector {
    private static final int PATIENCE_MILLIS = 5000;

    private final EventLoop loop;
    private final Sockets sockets;
    private final OpenChannels channels;

    Connector(EventLoop loop, Sockets sockets, OpenChannels channels) {
        this.loop = loop;
        this.sockets = sockets;
        this.channels = channels;
    }

    /// @return the link, completed on the loop before its first frame is told; or what the system
    ///     said
    CompletableFuture<Link> connect(Place place, LinkListener listener) {
        var bootstrap =
                new Bootstrap()
                        .group(loop)
                        .disableResolver()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE_MILLIS)
                        .option(ChannelOption.AUTO_CLOSE, false)
                        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, NettyLink.WATER_MARKS);
        return switch (place) {
            case Place.Port port ->
                    connected(
                            bootstrap
                                    .channel(sockets.tcp())
                                    .option(ChannelOption.TCP_NODELAY, true)
                                    .handler(frames(port.address().toString(), listener))
                                    .connect(port.socket()));
            case Place.File file ->
                    connected(
                            bootstrap
                                    .channel(sockets.unix())
                                    .handler(frames(file.address().toString(), listener))
                                    .connect(sockets.unixAddress(file.file().path())));
        };
    }

    private static ChannelInitializer<Channel> frames(String peer, LinkListener listener) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                var link = new NettyLink(channel, peer, false, Origin.SAME_MACHINE);
                channel.pipeline().addLast(new FrameHandler(link, listener));
            }
        };
    }

    private CompletableFuture<Link> connected(ChannelFuture opening) {
        var connected = new CompletableFuture<Link>();
        opening.addListener(
                _ -> {
                    if (!opening.isSuccess()) {
                        connected.completeExceptionally(opening.cause());
                        return;
                    }
                    var link = opening.channel().pipeline().get(FrameHandler.class).link();
                    channels.addLink(link, opening.channel());
                    connected.complete(link);
                });
        return connected;
    }
}
