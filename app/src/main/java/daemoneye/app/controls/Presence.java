package daemoneye.app.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

import java.time.Duration;

/// Whether somebody is at the window: a pointer or a key moved in the last [#PATIENCE]. What only
/// pleases the eye rests while nobody is, because painting it costs more than all the rest of an
/// idle console. A scene that nobody has asked about counts as attended. FX thread.
public final class Presence {
    /// How long after the last touch somebody is taken to be there still.
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /// How long a window without anybody at it may leave figures as they were: painting is most of
    /// what an idle console costs.
    private static final long UNATTENDED_PACE = Duration.ofMillis(1930).toNanos();

    private volatile boolean touched = true;
    private volatile boolean attended = true;
    private long lastNanos;

    /// Watches this scene from now on.
    public void watch(Scene scene) {
        scene.getProperties().put(Presence.class, this);
        scene.addEventFilter(InputEvent.ANY, _ -> touched = true);
    }

    /// How much time may lie between two pictures without news, nanoseconds; safe from any thread.
    public long paceNanos() {
        return touched || attended ? 0 : UNATTENDED_PACE;
    }

    /// Time has passed; called about once a second. Needs no timer of its own, which would keep the
    /// window awake.
    public void tick(long nowNanos) {
        if (touched) {
            lastNanos = nowNanos;
            touched = false;
        }
        attended = nowNanos - lastNanos < PATIENCE.toNanos();
    }

    /// Whether somebody is there to see this node move.
    static boolean attends(Node node) {
        var scene = node.getScene();
        return scene != null
                && (!(scene.getProperties().get(Presence.class) instanceof Presence presence)
                        || presence.touched
                        || presence.attended);
    }
}
