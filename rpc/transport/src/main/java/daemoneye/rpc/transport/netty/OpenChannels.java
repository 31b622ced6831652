package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.CloseReason;

import io.netty.channel.Channel;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The sockets of one wire that have not ended, each with the way to end it. Netty's own shutdown
/// is not relied on: without a quiet time it may end the loop and leave sockets open. Safe from any
/// thread.
final class OpenChannels {
    private final Map<Channel, Entry> open = new ConcurrentHashMap<>();

    private record Entry(Consumer<CloseReason> end, CompletableFuture<Void> ended) {}

    void addLink(NettyLink link, Channel channel) {
        add(channel, link::close);
    }

    void addListening(Channel channel) {
        add(channel, _ -> closeNow(channel));
    }

    /// Ends all; links after what was sent has left, or when patience ends.
    ///
    /// @param patienceMillis 0 to return at once and let things take their course
    void closeAll(CloseReason reason, long patienceMillis) {
        open.values().forEach(entry -> entry.end().accept(reason));
        if (patienceMillis == 0 || allEnded(patienceMillis)) {
            return;
        }
        open.keySet().forEach(OpenChannels::closeNow);
        allEnded(patienceMillis);
    }

    private static void closeNow(Channel channel) {
        var _ = channel.close();
    }

    private boolean allEnded(long patienceMillis) {
        var ends = open.values().stream().map(Entry::ended).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(ends)
                .thenApply(_ -> true)
                .completeOnTimeout(false, patienceMillis, TimeUnit.MILLISECONDS)
                .join();
    }

    private void add(Channel channel, Consumer<CloseReason> end) {
        var entry = new Entry(end, new CompletableFuture<>());
        open.put(channel, entry);
        channel.closeFuture()
                .addListener(
                        _ -> {
                            open.remove(channel);
                            entry.ended().complete(null);
                        });
    }
}
