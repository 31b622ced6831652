package daemoneye.app.overlay;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dialogs of one window, the newest on top. While one is open the keyboard belongs to it, and
/// the rest of the window can neither be clicked nor reached. FX thread.
public final class Overlays {
    private final Pane layers;
    private final List<Overlay> open = new ArrayList<>();
    private Optional<Point2D> lastPress = Optional.empty();

    /// @param layers where dialogs are laid over everything else
    public Overlays(Pane layers) {
        this.layers = layers;
        layers.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                press ->
                        lastPress = Optional.of(new Point2D(press.getSceneX(), press.getSceneY())));
        // The scene outlives what stands in it now.
        layers.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepInside);
    }

    private void keepInside(@org.jspecify.annotations.Nullable Node owner) {
        if (!open.isEmpty() && owner != null && !open.getLast().contains(owner)) {
            open.getLast().takeFocus();
        }
    }

    /// Lays a card over the window.
    ///
    /// @param first what has the focus: the way out
    /// @param onEscape runs on Escape; closes it or not
    public Overlay open(Region card, Node first, Runnable onEscape) {
        var before = Optional.ofNullable(layers.getScene()).map(Scene::getFocusOwner);
        var overlay = new Overlay(card, first, onEscape, closed -> close(closed, before));
        card.setMaxHeight(Region.USE_PREF_SIZE);
        open.add(overlay);
        layers.getChildren().add(overlay.scrim());
        layers.applyCss();
        layers.layout();
        overlay.takeFocus();
        return overlay;
    }

    private void close(Overlay overlay, Optional<Node> before) {
        open.remove(overlay);
        layers.getChildren().remove(overlay.scrim());
        if (!open.isEmpty()) {
            open.getLast().takeFocus();
        } else {
            before.ifPresent(Node::requestFocus);
        }
    }

    /// Whether a dialog is open, so that the keys of the pages rest.
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /// Whether the last press of the mouse was on or near this node.
    public boolean pressedNear(Node node) {
        var bounds = node.localToScene(node.getBoundsInLocal());
        return lastPress
                .filter(
                        press ->
                                press.getX() > bounds.getMinX() - Overlay.NEAR
                                        && press.getX() < bounds.getMaxX() + Overlay.NEAR
                                        && press.getY() > bounds.getMinY() - Overlay.NEAR
                                        && press.getY() < bounds.getMaxY() + Overlay.NEAR)
                .isPresent();
    }
}
