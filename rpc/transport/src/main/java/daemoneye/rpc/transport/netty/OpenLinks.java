package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.CloseReason;

import io.netty.channel.Channel;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The links of one wire that have not ended. Safe from any thread.
final class OpenLinks {
    private final Map<NettyLink, CompletableFuture<Void>> links = new ConcurrentHashMap<>();

    void add(NettyLink link, Channel channel) {
        var ended = new CompletableFuture<Void>();
        links.put(link, ended);
        channel.closeFuture()
                .addListener(
                        _ -> {
                            links.remove(link);
                            ended.complete(null);
                        });
    }

    /// Ends all, after what was sent to them has left.
    ///
    /// @param patienceMillis to wait for that; 0 to return at once
    void closeAll(CloseReason reason, long patienceMillis) {
        var ends = links.values().toArray(CompletableFuture<?>[]::new);
        links.keySet().forEach(link -> link.close(reason));
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, patienceMillis, TimeUnit.MILLISECONDS)
                .join();
    }
}
