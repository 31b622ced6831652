package daemoneye.app.demo.scene;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import java.util.Locale;
import java.util.Optional;

/// Presses, releases and types: sends the events that a mouse and a keyboard would send to whatever
/// is at that place or has the focus. What is covered, disabled or out of view cannot be pressed.
/// The pointer of the system stays where it is. FX thread.
public final class Hand {
    private final Scene scene;
    private Optional<Node> pressed = Optional.empty();
    private boolean acting;

    public Hand(Scene scene) {
        this.scene = scene;
    }

    /// Whether the event that is under way comes from here, and not from a person.
    public boolean isActing() {
        return acting;
    }

    /// Presses the left button at a place of the scene.
    public void press(Point2D at, int click) {
        var hit = NodeWalk.at(scene.getRoot(), at);
        hit.ifPresent(node -> fire(node, MouseEvent.MOUSE_MOVED, at, 0));
        hit.ifPresent(node -> fire(node, MouseEvent.MOUSE_PRESSED, at, click));
        pressed = hit;
    }

    /// Releases it where it was pressed.
    public void release(Point2D at, int click) {
        pressed.ifPresent(node -> fire(node, MouseEvent.MOUSE_RELEASED, at, click));
        pressed.ifPresent(node -> fire(node, MouseEvent.MOUSE_CLICKED, at, click));
        pressed = Optional.empty();
    }

    private void fire(Node node, EventType<MouseEvent> type, Point2D at, int clicks) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        var button = clicks == 0 ? MouseButton.NONE : MouseButton.PRIMARY;
        send(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(node, at.getX(), at.getY())));
    }

    /// Types one character to whoever has the focus.
    public void type(String character) {
        var code = KeyCode.getKeyCode(character.toUpperCase(Locale.ROOT));
        boolean shift = !character.equals(character.toLowerCase(Locale.ROOT));
        var held = new Held(shift, false, false, false);
        key(KeyEvent.KEY_PRESSED, "", code == null ? KeyCode.UNDEFINED : code, held);
        key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, held);
        key(KeyEvent.KEY_RELEASED, "", code == null ? KeyCode.UNDEFINED : code, held);
    }

    /// Presses and releases a key with modifiers, e.g. `Ctrl+K`; a single character is typed.
    public void keys(String keys) {
        if (!(KeyCombination.valueOf(keys) instanceof KeyCodeCombination chord)) {
            type(keys);
            return;
        }
        var held = Held.of(chord);
        if (held.isNothing() && keys.length() == 1) {
            type(keys);
            return;
        }
        key(KeyEvent.KEY_PRESSED, "", chord.getCode(), held);
        key(KeyEvent.KEY_RELEASED, "", chord.getCode(), held);
    }

    private void key(EventType<KeyEvent> type, String character, KeyCode code, Held held) {
        send(
                focused(),
                new KeyEvent(
                        type,
                        type == KeyEvent.KEY_TYPED ? character : KeyEvent.CHAR_UNDEFINED,
                        code.getName(),
                        code,
                        held.shift(),
                        held.control(),
                        held.alt(),
                        held.meta()));
    }

    // When what had the focus has left, a window gives it to the first that takes it; a scene that
    // no window shows does not.
    private Node focused() {
        var focused =
                Optional.ofNullable(scene.getFocusOwner())
                        .filter(node -> scene.equals(node.getScene()));
        if (focused.isPresent()) {
            return focused.get();
        }
        var next =
                NodeWalk.all(scene.getRoot(), each -> each.isFocusTraversable()).stream()
                        .filter(each -> !each.isDisabled())
                        .findFirst();
        next.ifPresent(Node::requestFocus);
        return next.orElse(scene.getRoot());
    }

    private void send(Node node, Event event) {
        acting = true;
        try {
            Event.fireEvent(node, event);
        } finally {
            acting = false;
        }
    }

    /// The modifiers that are held down.
    private record Held(boolean shift, boolean control, boolean alt, boolean meta) {
        private static final boolean MAC =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

        static Held of(KeyCodeCombination chord) {
            boolean shortcut = isDown(chord.getShortcut());
            return new Held(
                    isDown(chord.getShift()),
                    isDown(chord.getControl()) || (shortcut && !MAC),
                    isDown(chord.getAlt()),
                    isDown(chord.getMeta()) || (shortcut && MAC));
        }

        private static boolean isDown(KeyCombination.ModifierValue value) {
            return value == KeyCombination.ModifierValue.DOWN;
        }

        boolean isNothing() {
            return !shift && !control && !alt && !meta;
        }
    }
}
