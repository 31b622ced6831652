package daemoneye.app.controls.gauge;

import daemoneye.app.controls.SharedPulse;

import javafx.scene.Node;

/// Moves the end of the arc calmly to where the value is. The number never moves: it is true at
/// once.
final class GaugeSweep implements SharedPulse.Movement {
    /// Long enough to see which way it went, short enough not to be waited for.
    private static final long NANOS = 400_000_000L;

    private final Node gauge;
    private final Runnable moved;
    private double from;
    private double to;
    private double now;
    private long started;
    private boolean moving;

    GaugeSweep(Node gauge, Runnable moved) {
        this.gauge = gauge;
        this.moved = moved;
    }

    /// Where the end of the arc is now, from 0 to 1.
    double fraction() {
        return now;
    }

    /// Heads for `target`; jumps when nobody is looking or motion is unwelcome.
    void to(double target, boolean jump) {
        if (jump || !SharedPulse.mayMove(gauge)) {
            to = target;
            from = target;
            now = target;
            moved.run();
        } else if (target != to) {
            from = now;
            to = target;
            moving = false;
            SharedPulse.shared().start(this);
        }
    }

    @Override
    public boolean advance(long nanos) {
        if (!moving) {
            moving = true;
            started = nanos;
        }
        double done = Math.min(1, (nanos - started) / (double) NANOS);
        double left = 1 - done;
        now = to + (from - to) * left * left * left;
        moved.run();
        return done < 1;
    }
}
