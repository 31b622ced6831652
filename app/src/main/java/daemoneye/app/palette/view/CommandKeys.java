package daemoneye.app.palette.view;

import daemoneye.app.palette.Command;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/// Which command a key means. Chords are known by their keys, single characters by what they
/// write, so that `/` and `?` are found on every keyboard.
public final class CommandKeys {
    private CommandKeys() {}

    /// @param focused what has the focus: while somebody types, characters are text
    public static Optional<Command> of(KeyEvent key, @Nullable Node focused) {
        boolean typing = focused instanceof TextInputControl;
        return Arrays.stream(Command.values())
                .filter(each -> matches(each.keys(), key, typing))
                .filter(each -> each != Command.TAKE_BACK || !typing)
                .findFirst();
    }

    private static boolean matches(String keys, KeyEvent key, boolean typing) {
        if (keys.length() == 1) {
            return !typing
                    && key.getEventType() == KeyEvent.KEY_TYPED
                    && !key.isControlDown()
                    && !key.isAltDown()
                    && !key.isMetaDown()
                    && key.getCharacter().equalsIgnoreCase(keys);
        }
        return keys.contains("+")
                && key.getEventType() == KeyEvent.KEY_PRESSED
                && KeyCombination.keyCombination(keys.replace("Ctrl", "Shortcut")).match(key);
    }
}
