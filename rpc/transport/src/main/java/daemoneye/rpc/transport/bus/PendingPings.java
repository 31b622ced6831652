package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.body.ClockBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.pending.NumberMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/// Pings that wait for their pong. For the loop thread.
final class PendingPings {
    private final NumberMap<Ping> waiting = new NumberMap<>();
    private final Ticker ticker;

    PendingPings(Ticker ticker) {
        this.ticker = ticker;
    }

    void add(long number, CompletableFuture<RoundTrip> result) {
        waiting.put(number, new Ping(ticker.nanos(), result));
    }

    /// A PONG arrived; one that nobody waits for answers a keep-alive.
    void answered(Frame pong) throws MalformedFrame {
        var theirs = ClockBody.read(pong.body());
        var ping = waiting.remove(pong.header().request());
        if (ping.isPresent()) {
            var roundTrip = ticker.since(ping.get().sentNanos());
            // As if both ways took equally long, they read their clock half a round trip ago.
            var ours = ticker.now().minus(roundTrip.dividedBy(2));
            ping.get().result().complete(new RoundTrip(roundTrip, Duration.between(ours, theirs)));
        }
    }

    /// What to answer to the broker's own ping.
    Frame pongTo(FrameHeader ping) {
        var header = new FrameHeader(FrameType.PONG, 0, ping.request(), 0, 0, 0);
        return new Frame(header, ClockBody.write(ticker.now()));
    }

    void failAll(BusRefusal why) {
        var all = new ArrayList<Ping>(waiting.size());
        waiting.forEach((_, ping) -> all.add(ping));
        waiting.clear();
        all.forEach(ping -> ping.result().completeExceptionally(why));
    }

    private record Ping(long sentNanos, CompletableFuture<RoundTrip> result) {}
}
