package daemoneye.rpc.cli.bench.load;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.Phaser;

/// So many calls a second, whether earlier ones have ended or not. Time counts from when a call was
/// due, so a stall is seen in every call that had to wait for it.
public final class OpenLoop implements Load {
    private final long intervalNanos;
    private final Shots shots;
    private final Tally tally;
    private final Ticker ticker;
    private final Phaser underWay = new Phaser(1);
    private volatile boolean stopped;
    private long dueNanos;

    /// @param rate calls a second
    public OpenLoop(double rate, Shots shots, Tally tally, Ticker ticker) {
        intervalNanos = Math.round(1e9 / rate);
        this.shots = shots;
        this.tally = tally;
        this.ticker = ticker;
    }

    @Override
    public void start() {
        dueNanos = ticker.nanos();
        sendDue();
    }

    @Override
    public void stop() {
        stopped = true;
        underWay.arriveAndAwaitAdvance();
    }

    private void sendDue() {
        long now = ticker.nanos();
        while (!stopped && !tally.hopeless() && dueNanos - now <= 0) {
            send(dueNanos);
            dueNanos += intervalNanos;
        }
        if (!stopped && !tally.hopeless()) {
            ticker.after(Duration.ofNanos(dueNanos - now), this::sendDue);
        }
    }

    private void send(long due) {
        underWay.register();
        var _ =
                shots.fire()
                        .thenAccept(
                                outcome -> {
                                    tally.add(outcome, ticker.nanos() - due);
                                    underWay.arriveAndDeregister();
                                });
    }
}
