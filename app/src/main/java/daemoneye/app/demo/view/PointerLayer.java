package daemoneye.app.demo.view;

import daemoneye.app.controls.SharedPulse;
import daemoneye.app.demo.scene.Untouchable;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

import java.util.Optional;

/// A drawn pointer and a ring, over everything, in nobody's way: presses go through. FX thread.
public final class PointerLayer extends Pane implements Untouchable {
    private static final double ROOM = 4;

    private final Region ring = new Region();
    private final SVGPath pointer = new SVGPath();
    private Timeline travel = new Timeline();

    public PointerLayer() {
        setMouseTransparent(true);
        setFocusTraversable(false);
        ring.getStyleClass().add("tour-ring");
        ring.setVisible(false);
        ring.setManaged(false);
        pointer.setContent("M0 0 L0 19 L4.6 14.9 L7.6 21.9 L10.6 20.6 L7.7 13.8 L13.8 13.8 Z");
        pointer.getStyleClass().add("tour-pointer");
        pointer.setVisible(false);
        pointer.setManaged(false);
        getChildren().addAll(ring, pointer);
    }

    /// Draws the ring around this part of the scene, or takes it away.
    public void ring(Optional<Bounds> place) {
        ring.setVisible(place.isPresent());
        place.map(this::sceneToLocal).ifPresent(this::lay);
    }

    // What fills the window keeps its ring inside.
    private void lay(Bounds around) {
        double left = Math.max(1, around.getMinX() - ROOM);
        double top = Math.max(1, around.getMinY() - ROOM);
        double right = Math.min(getWidth() - 1, around.getMaxX() + ROOM);
        double bottom = Math.min(getHeight() - 1, around.getMaxY() + ROOM);
        ring.resizeRelocate(left, top, right - left, bottom - top);
    }

    /// Its tip goes there.
    public void pointer(Point2D place, java.time.Duration time) {
        travel.stop();
        var to = sceneToLocal(place);
        if (time.isZero() || !pointer.isVisible() || !SharedPulse.wantsMotion(this)) {
            pointer.setVisible(true);
            pointer.setTranslateX(to.getX());
            pointer.setTranslateY(to.getY());
            return;
        }
        travel =
                new Timeline(
                        new KeyFrame(
                                Duration.millis((double) time.toMillis()),
                                new KeyValue(
                                        pointer.translateXProperty(),
                                        to.getX(),
                                        Interpolator.EASE_BOTH),
                                new KeyValue(
                                        pointer.translateYProperty(),
                                        to.getY(),
                                        Interpolator.EASE_BOTH)));
        travel.play();
    }

    void pressed(boolean down) {
        pointer.setScaleX(down ? 0.8 : 1);
        pointer.setScaleY(down ? 0.8 : 1);
    }

    /// Gives a scene the looks of pointer and ring.
    public static void style(Scene scene) {
        scene.getStylesheets().add(DemoStyle.SHEET);
    }

    /// Where the tip is, in the scene.
    Point2D tip() {
        return localToScene(pointer.getTranslateX(), pointer.getTranslateY());
    }

    /// Neither pointer nor ring.
    public void hide() {
        ring.setVisible(false);
        pointer.setVisible(false);
    }
}
