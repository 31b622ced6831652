package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// Watches over one call while it is served: at its deadline the call expires, and until then its
/// callers hear that it goes on whenever its handler has said nothing for a while: 1 s at first,
/// then 2, 3, 4 s, and every 5 s from then on. One alarm at a time.
final class CallAlarm {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final ServedCall call;
    private final Ticker ticker;
    private Duration patience = Duration.ofSeconds(1);
    private Ticker.Alarm next = () -> {};
    private boolean stopped;

    CallAlarm(ServedCall call, Ticker ticker) {
        this.call = call;
        this.ticker = ticker;
        after(patience);
    }

    synchronized void stop() {
        stopped = true;
        next.cancel();
    }

    private void ring() {
        if (!call.remaining().isPositive()) {
            call.expire();
        } else {
            after(speakUp());
        }
    }

    private Duration speakUp() {
        var silence = call.line().silence();
        if (silence.compareTo(patience) < 0) {
            return patience.minus(silence);
        }
        call.line().breakSilence();
        patience = shorter(patience.plusSeconds(1), LONGEST_SILENCE);
        return patience;
    }

    private synchronized void after(Duration pause) {
        if (!stopped) {
            next = ticker.after(shorter(pause, call.remaining()), this::ring);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
