package daemoneye.app.demo.play;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The buttons of a tour: pause, go on, next, back, faster, stop. Pressed from any thread; the
/// thread that plays waits here.
public final class Control {
    /// Leaves a tour that somebody has stopped.
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private boolean stopped;
    private boolean next;
    private boolean back;
    private double speed;

    /// @param speed 1 is the usual one
    public Control(Ticker ticker, double speed) {
        this.ticker = ticker;
        this.speed = speed;
    }

    public void pause() {
        change(() -> paused = true);
    }

    public void goOn() {
        change(
                () -> {
                    paused = false;
                    back = false;
                });
    }

    /// What stands now has been read.
    public void next() {
        change(() -> next = true);
    }

    /// To the sentence before, to read it once more.
    public void back() {
        change(() -> back = true);
    }

    public void stop() {
        change(() -> stopped = true);
    }

    public void speed(double newSpeed) {
        change(() -> speed = newSpeed);
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits while the tour is paused.
    void gate() throws Stopped, InterruptedException {
        lock.lock();
        try {
            while (paused && !stopped && !next && !back) {
                changed.await();
            }
            leaveIfStopped();
        } finally {
            lock.unlock();
        }
    }

    /// Lets time pass, less of it at a higher speed; *next* and *back* end it, *pause* makes it
    /// longer.
    void rest(Duration time) throws Stopped, InterruptedException {
        lock.lock();
        try {
            waitUntil(ticker.nanos() + (long) (time.toNanos() / speed));
            next = false;
        } finally {
            lock.unlock();
        }
    }

    private void waitUntil(long until) throws Stopped, InterruptedException {
        var alarm = ticker.after(left(until), () -> change(() -> {}));
        try {
            while (!stopped && !next && !back && (paused || ticker.nanos() < until)) {
                changed.await();
            }
            leaveIfStopped();
        } finally {
            alarm.cancel();
        }
    }

    private Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - ticker.nanos()));
    }

    private void leaveIfStopped() throws Stopped {
        if (stopped) {
            throw new Stopped();
        }
    }

    /// Lets a moment pass that no button changes, except *stop*.
    void moment(Duration time) throws Stopped, InterruptedException {
        lock.lock();
        try {
            long until = ticker.nanos() + time.toNanos();
            var alarm = ticker.after(time, () -> change(() -> {}));
            try {
                while (!stopped && ticker.nanos() < until) {
                    changed.await();
                }
            } finally {
                alarm.cancel();
            }
            leaveIfStopped();
        } finally {
            lock.unlock();
        }
    }

    /// Whether somebody wants to look back.
    boolean wantsBack() {
        lock.lock();
        try {
            return back;
        } finally {
            lock.unlock();
        }
    }

    /// What comes now has not been read by anybody.
    void forgetNext() {
        change(() -> next = false);
    }

    /// The wish to look back is being granted.
    void forgetBack() {
        change(
                () -> {
                    back = false;
                    next = false;
                });
    }

    /// What somebody who looks back does next.
    enum Wish {
        BACK,
        NEXT,
        GO_ON
    }

    /// Waits for it.
    Wish wish() throws Stopped, InterruptedException {
        lock.lock();
        try {
            boolean wasPaused = paused;
            paused = true;
            while (!stopped && !back && !next && paused) {
                changed.await();
            }
            leaveIfStopped();
            var wish = back ? Wish.BACK : next ? Wish.NEXT : Wish.GO_ON;
            paused = wish != Wish.GO_ON && wasPaused;
            back = false;
            next = false;
            return wish;
        } finally {
            lock.unlock();
        }
    }
}
