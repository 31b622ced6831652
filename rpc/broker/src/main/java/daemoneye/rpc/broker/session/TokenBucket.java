package daemoneye.rpc.broker.session;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// How much one session may still say. A session that says more is read later, so that it is slowed
/// and nothing is lost. For the loop thread.
public final class TokenBucket {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private final Ticker ticker;
    private final int perSecond;
    private double tokens;
    private long filledNanos;

    /// @param perSecond messages, with as many again as a burst; 0 = no limit
    public TokenBucket(Ticker ticker, int perSecond) {
        this.ticker = ticker;
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filledNanos = ticker.nanos();
    }

    /// Takes one message.
    public void take() {
        if (perSecond > 0) {
            tokens--;
        }
    }

    /// How long to leave the session unread; zero if it is within its rate.
    public Duration debt() {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        refill();
        return tokens >= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (-tokens * NANOS_PER_SECOND / perSecond) + 1);
    }

    private void refill() {
        long now = ticker.nanos();
        double earned = (double) (now - filledNanos) * perSecond / NANOS_PER_SECOND;
        tokens = Math.min(perSecond, tokens + earned);
        filledNanos = now;
    }
}
