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

    private boolean touched = true;
    private boolean attended = true;
    private long lastNanos;

    private Presence() {}

    /// Watches a scene from now on.
    public static Presence in(Scene scene) {
        var presence = new Presence();
        scene.getProperties().put(Presence.class, presence);
        scene.addEventFilter(InputEvent.ANY, _ -> presence.touched = true);
        return presence;
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
