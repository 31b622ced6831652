package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.pending.DeadlineAlarm;
import daemoneye.rpc.transport.pending.NumberMap;

import java.util.ArrayList;

/// All requests of a session that are in flight, by their number. For the loop thread.
final class PendingExchanges {
    private final NumberMap<PendingExchange> waiting = new NumberMap<>();
    private final DeadlineAlarm alarm;

    PendingExchanges(Ticker ticker) {
        alarm = new DeadlineAlarm(ticker, this::expire);
    }

    void add(long number, PendingExchange exchange) {
        exchange.sentAs(number);
        waiting.put(number, exchange);
        alarm.expect(exchange.deadlineNanos());
    }

    /// An ANSWER arrived. One to a request that is over is dropped.
    void answered(Frame answer) {
        var header = answer.header();
        boolean more = (header.flags() & Flags.MORE) != 0;
        waiting.get(header.request())
                .filter(
                        exchange ->
                                exchange.reply(answer.body(), header.reply(), header.route(), more))
                .ifPresent(_ -> waiting.remove(header.request()));
    }

    /// A REFUSED arrived: for the whole request if it names no responders, else for one of them.
    ///
    /// @return whether the number is one of ours
    boolean refused(Frame refusal, RefusalBody why) {
        var header = refusal.header();
        var exchange = waiting.get(header.request());
        if (exchange.isEmpty()) {
            return false;
        }
        if (exchange.get().lost(RefusalCode.endOf(why.code()), header.route())) {
            waiting.remove(header.request());
        }
        return true;
    }

    void forget(long number) {
        waiting.remove(number);
    }

    /// The session is over.
    void endAll(ExchangeEnd why) {
        alarm.close();
        var all = new ArrayList<PendingExchange>(waiting.size());
        waiting.forEach((_, exchange) -> all.add(exchange));
        waiting.clear();
        all.forEach(exchange -> exchange.end(why));
    }

    int size() {
        return waiting.size();
    }

    private long expire(long nowNanos) {
        var due = new ArrayList<Long>();
        var earliest = new long[] {DeadlineAlarm.NOTHING_WAITS};
        waiting.forEach(
                (number, exchange) -> {
                    long left = exchange.deadlineNanos() - nowNanos;
                    if (left <= 0) {
                        due.add(number);
                    } else {
                        earliest[0] = Math.min(earliest[0], left);
                    }
                });
        for (long number : due) {
            waiting.remove(number).ifPresent(exchange -> exchange.end(ExchangeEnd.DEADLINE));
        }
        return earliest[0];
    }
}
