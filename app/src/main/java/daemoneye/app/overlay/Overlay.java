package daemoneye.app.overlay;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One dialog over the window. Tab goes round inside it. FX thread.
public final class Overlay {
    /// A press this close to a button, in pixels, counts as one on it.
    static final double NEAR = 24;

    private final StackPane scrim;
    private final Node first;
    private final Runnable onEscape;
    private final Consumer<Overlay> onClose;
    private boolean keepsTab;

    Overlay(Region card, Node first, Runnable onEscape, Consumer<Overlay> onClose) {
        this.first = first;
        this.onEscape = onEscape;
        this.onClose = onClose;
        scrim = new StackPane(card);
        scrim.getStyleClass().add("scrim");
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            onEscape.run();
        } else if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !keepsTab) {
            key.consume();
            goOn(key.isShiftDown() ? -1 : 1);
        }
    }

    private void goOn(int step) {
        var stops = new ArrayList<Node>();
        collect(scrim, stops);
        if (stops.isEmpty()) {
            return;
        }
        var owner = scrim.getScene().getFocusOwner();
        int at = stops.indexOf(owner);
        stops.get(Math.floorMod(at < 0 ? 0 : at + step, stops.size())).requestFocus();
    }

    private static void collect(Parent parent, List<Node> stops) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                stops.add(child);
            } else if (child instanceof Parent inner) {
                collect(inner, stops);
            }
        }
    }

    /// Tab means something to the card itself; it does not go round.
    public Overlay keepingTab() {
        keepsTab = true;
        return this;
    }

    boolean contains(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(scrim)) {
                return true;
            }
        }
        return false;
    }

    void takeFocus() {
        var stops = new ArrayList<Node>();
        collect(scrim, stops);
        if (first.isFocusTraversable() && !first.isDisabled()) {
            first.requestFocus();
        } else if (!stops.isEmpty()) {
            stops.getFirst().requestFocus();
        }
    }

    StackPane scrim() {
        return scrim;
    }

    /// Takes it away; the focus goes back to where it was.
    public void close() {
        onClose.accept(this);
    }
}
