package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import io.netty.channel.Channel;

import java.util.concurrent.TimeUnit;

/// A socket that accepts links. Netty removes the file of a Unix socket when it closes it.
record NettyListening(Address address, Channel channel) implements Wire.Listening {
    private static final long PATIENCE_MILLIS = 1000;

    /// Returns when the socket is gone, so that nobody connects afterwards; on the loop, which must
    /// not wait for itself, that is a moment later.
    @Override
    public void close() {
        var loop = channel.eventLoop();
        var closed = channel.close();
        if (loop.inEventLoop() || loop.isShuttingDown()) {
            return;
        }
        closed.awaitUninterruptibly(PATIENCE_MILLIS);
        // Java lets go of a closed socket when its selector runs next, which it has by then.
        loop.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE_MILLIS);
    }
}
