package daemoneye.app.controls.beat;

import daemoneye.app.controls.SharedPulse;

import javafx.scene.Node;

import java.util.List;

/// Slides the painted canvas from where it was to where it is now. Nothing is painted again on the
/// way: only the picture moves.
final class PillSlide implements SharedPulse.Movement {
    /// How long a slide takes, from the console's design.
    private static final long NANOS = 250_000_000L;

    private final HeartbeatBar bar;
    private final Node picture;
    private double distance;
    private long started;
    private boolean moving;

    PillSlide(HeartbeatBar bar, Node picture) {
        this.bar = bar;
        this.picture = picture;
    }

    /// How far the older pills moved because of the new ones: 0 when nothing new came, or so much
    /// that a slide would not explain anything.
    int distance(List<Pill> before, List<Pill> now, PillLayout layout) {
        if (before.isEmpty() || now.isEmpty()) {
            return 0;
        }
        long last = before.getLast().id();
        int shift = 0;
        for (int i = now.size() - 1; i >= 0 && now.get(i).id() > last; i--) {
            shift += layout.advance(now.get(i));
        }
        return shift > 3 * layout.pitch() ? 0 : shift;
    }

    void from(int shift) {
        if (shift == 0 || !SharedPulse.mayMove(bar)) {
            return;
        }
        distance = shift;
        moving = false;
        picture.setTranslateX(shift);
        SharedPulse.shared().start(this);
    }

    @Override
    public boolean advance(long nanos) {
        if (!moving) {
            moving = true;
            started = nanos;
        }
        double done = Math.min(1, (nanos - started) / (double) NANOS);
        double left = 1 - done;
        picture.setTranslateX(bar.snapPositionX(distance * left * left * left));
        return done < 1;
    }
}
