package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import io.netty.channel.Channel;

import java.util.concurrent.TimeUnit;

/// A socket that accepts links. Netty removes the file of a Unix socket when it closes it.
record NettyListening(Address address, Channel channel) implements Wire.Listening {
    private static final long PATIENCE_SECONDS = 1;

    /// Returns when the socket is closed, so that nobody connects afterwards; on the loop, which
    /// must not wait for itself, that is the case at once.
    @Override
    public void close() {
        var closed = channel.close();
        if (!channel.eventLoop().inEventLoop()) {
            closed.awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
