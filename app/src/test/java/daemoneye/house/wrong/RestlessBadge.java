package daemoneye.house.wrong;

import daemoneye.app.controls.SharedPulse;

import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Fades whoever may be looking, and moves without asking.
public final class RestlessBadge implements SharedPulse.Movement {
    private final FadeTransition fade = new FadeTransition(Duration.seconds(1));

    public void show(Node node) {
        fade.setNode(node);
        fade.play();
    }

    @Override
    public boolean advance(long nanos) {
        return true;
    }
}
