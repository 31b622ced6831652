package daemoneye.app.controls;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;

import java.util.ArrayList;
import java.util.List;

/// The one timer behind every moving control. It runs only while something moves; an idle console
/// has no timer at all. FX thread only.
public final class SharedPulse {
    /// One movement in flight.
    @FunctionalInterface
    public interface Movement {
        /// Moves on to `nanos` (the time of the frame) and says whether there is more to come.
        boolean advance(long nanos);
    }

    private static final SharedPulse SHARED = new SharedPulse();

    private final List<Movement> moving = new ArrayList<>();
    private final List<Movement> arriving = new ArrayList<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame(now);
                }
            };

    private SharedPulse() {}

    /// The pulse all controls share.
    public static SharedPulse shared() {
        return SHARED;
    }

    /// Starts `movement` with the next frame. A movement that is already under way is left alone.
    public void start(Movement movement) {
        if (moving.contains(movement) || arriving.contains(movement)) {
            return;
        }
        if (isIdle()) {
            timer.start();
        }
        arriving.add(movement);
    }

    /// Whether nothing moves and the timer rests.
    public boolean isIdle() {
        return moving.isEmpty() && arriving.isEmpty();
    }

    /// Whether `node` can be seen, somebody is at its window, and has not asked the system for less
    /// motion.
    public static boolean mayMove(Node node) {
        Scene scene = node.getScene();
        return scene != null && Presence.attends(node) && isOnScreen(node) && wantsMotion(node);
    }

    /// Whether people here have not asked for less motion, in the system or in the settings.
    public static boolean wantsMotion(Node node) {
        Scene scene = node.getScene();
        return scene != null && !scene.getPreferences().isReducedMotion();
    }

    /// Whether `node` stands in a window that is open, with no invisible parent.
    public static boolean isOnScreen(Node node) {
        Scene scene = node.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void frame(long now) {
        moving.addAll(arriving);
        arriving.clear();
        moving.removeIf(movement -> !movement.advance(now));
        if (isIdle()) {
            timer.stop();
        }
    }
}
