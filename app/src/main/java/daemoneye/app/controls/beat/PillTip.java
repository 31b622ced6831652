package daemoneye.app.controls.beat;

import daemoneye.app.controls.SharedPulse;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// The words above one pill. Made when first needed: most bars are never pointed at.
final class PillTip {
    /// How long the pointer rests before the first tip, from the console's design.
    private static final Duration DELAY = Duration.millis(150);

    private final HeartbeatBar bar;
    private @Nullable Tooltip tooltip;
    private @Nullable PauseTransition pause;
    private String text = "";
    private double x;

    PillTip(HeartbeatBar bar) {
        this.bar = bar;
    }

    /// Shows `words` above `middle` after the delay, or at once when a tip already shows.
    void showSoon(String words, double middle) {
        text = words;
        x = middle;
        if (isShowing()) {
            show();
        } else {
            pause().playFromStart();
        }
    }

    /// Shows `words` above `middle` now.
    void showNow(String words, double middle) {
        text = words;
        x = middle;
        show();
    }

    boolean isShowing() {
        return tooltip != null && tooltip.isShowing();
    }

    void hide() {
        if (pause != null) {
            pause.stop();
        }
        if (tooltip != null) {
            tooltip.hide();
        }
    }

    private void show() {
        Point2D above = bar.localToScreen(x, bar.pillsTop() - 4.0);
        if (above == null || !SharedPulse.isOnScreen(bar)) {
            return;
        }
        Tooltip tip = tooltip();
        tip.setText(text);
        tip.show(bar, above.getX(), above.getY());
    }

    private PauseTransition pause() {
        if (pause == null) {
            pause = new PauseTransition(DELAY);
            pause.setOnFinished(_ -> show());
        }
        return pause;
    }

    private Tooltip tooltip() {
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.getStyleClass().add("pill-tip");
            tooltip.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
        }
        return tooltip;
    }
}
