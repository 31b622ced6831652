package daemoneye.rpc.cli.bench.load;

import daemoneye.rpc.protocol.time.Ticker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// So many calls at a time: when one ends, the next begins. Shows how much goes through.
public final class ClosedLoop implements Load {
    private final int outstanding;
    private final Shots shots;
    private final Tally tally;
    private final Ticker ticker;
    private final CountDownLatch lanes;
    private volatile boolean stopped;

    public ClosedLoop(int outstanding, Shots shots, Tally tally, Ticker ticker) {
        this.outstanding = outstanding;
        this.shots = shots;
        this.tally = tally;
        this.ticker = ticker;
        lanes = new CountDownLatch(outstanding);
    }

    @Override
    public void start() {
        for (int i = 0; i < outstanding; i++) {
            new Lane().next();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        try {
            lanes.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One call after another. A call may end before it returns, so this must not recurse.
    private final class Lane {
        private final AtomicInteger turns = new AtomicInteger();

        void next() {
            if (turns.getAndIncrement() == 0) {
                do {
                    turn();
                } while (turns.decrementAndGet() != 0);
            }
        }

        private void turn() {
            if (stopped || tally.hopeless()) {
                lanes.countDown();
                return;
            }
            long began = ticker.nanos();
            var _ =
                    shots.fire()
                            .thenAccept(
                                    outcome -> {
                                        tally.add(outcome, ticker.nanos() - began);
                                        next();
                                    });
        }
    }
}
