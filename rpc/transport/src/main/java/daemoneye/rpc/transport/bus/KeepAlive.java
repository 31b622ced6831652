package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// Pings when a session is quiet, and notices when the other side is gone without a word. Counts
/// seconds in which something was said rather than comparing clocks, so that a process that was
/// frozen for a minute does not take the other side for dead when it wakes. For the loop thread.
final class KeepAlive {
    static final Duration TICK = Duration.ofSeconds(1);

    /// Ticks without anything sent, or anything heard, after which we ping.
    static final int PING_AFTER = 5;

    /// Ticks without a single byte, after which the other side is gone.
    static final int GONE_AFTER = 15;

    private final Ticker ticker;
    private final Runnable ping;
    private final Runnable onGone;
    private Ticker.Alarm alarm = () -> {};
    private int ticksUnsaid;
    private int ticksUnheard;
    private boolean stopped;

    KeepAlive(Ticker ticker, Runnable ping, Runnable onGone) {
        this.ticker = ticker;
        this.ping = ping;
        this.onGone = onGone;
    }

    void start() {
        alarm = ticker.after(TICK, this::tick);
    }

    void said() {
        ticksUnsaid = 0;
    }

    void heard() {
        ticksUnheard = 0;
    }

    void stop() {
        stopped = true;
        alarm.cancel();
    }

    private void tick() {
        if (stopped) {
            return;
        }
        ticksUnsaid++;
        ticksUnheard++;
        if (ticksUnheard >= GONE_AFTER) {
            onGone.run();
            return;
        }
        if (ticksUnsaid >= PING_AFTER || ticksUnheard % PING_AFTER == 0) {
            ping.run();
        }
        start();
    }
}
