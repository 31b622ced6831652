package daemoneye.app.shell;

import daemoneye.app.controls.Theme;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.palette.Command;
import daemoneye.app.palette.PaletteDoors;
import daemoneye.app.palette.view.CommandKeys;
import daemoneye.app.palette.view.PaletteView;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What keys and commands do in the window, whichever page is shown. Rests while a dialog is open.
/// FX thread.
final class Keyboard implements PaletteDoors {
    private final ShellViewModel model;
    private final Overlays overlays;
    private final PaletteView palette;
    private final TextField search;
    private final Consumer<Optional<Theme>> onTheme;
    private final Runnable onProfiles;
    private final Runnable onTakeBack;

    /// @param onTheme given the theme that a person wants, or empty for the other one
    /// @param onProfiles opens the menu of connections
    /// @param onTakeBack presses the newest message's button
    Keyboard(
            ShellViewModel model,
            Overlays overlays,
            TextField search,
            Consumer<Optional<Theme>> onTheme,
            Runnable onProfiles,
            Runnable onTakeBack) {
        this.model = model;
        this.overlays = overlays;
        this.search = search;
        this.onTheme = onTheme;
        this.onProfiles = onProfiles;
        this.onTakeBack = onTakeBack;
        palette = new PaletteView(model.palette(), overlays);
        model.palette().use(this);
    }

    void listenOn(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::key);
    }

    private void key(KeyEvent key) {
        if (overlays.isOpen()) {
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE && key.getEventType() == KeyEvent.KEY_PRESSED) {
            back();
            return;
        }
        CommandKeys.of(key, search.getScene().getFocusOwner())
                .filter(this::does)
                .ifPresent(_ -> key.consume());
    }

    private boolean does(Command command) {
        switch (command) {
            case PALETTE -> model.palette().show();
            case FIND -> findHere();
            case KEYS -> keys();
            case FLEET -> open("fleet");
            case CALLS -> open("calls");
            case AUDIT -> open("audit");
            case SETTINGS -> open("settings");
            case THEME -> onTheme.accept(Optional.empty());
            case PROFILES -> onProfiles.run();
            case TAKE_BACK -> onTakeBack.run();
            case OPEN, OPEN_ROW, BACK, CONFIG -> {
                return false;
            }
            case HEALTH, START, STOP, RESTART, PAUSE, RESUME, SHUT_DOWN -> {
                return false;
            }
        }
        return true;
    }

    // A page with words of its own to look for is searched itself.
    private void findHere() {
        var own = Optional.ofNullable(search.getScene().lookup("#audit-search"));
        own.ifPresentOrElse(Node::requestFocus, () -> find(""));
    }

    private void back() {
        if (search.isFocused()) {
            search.clear();
            search.getParent().requestFocus();
        } else if (model.pageProperty().get() instanceof Page.Collector) {
            open("fleet");
        }
    }

    @Override
    public void open(String page) {
        model.pageProperty().set(Page.parse(page));
    }

    @Override
    public void theme(String theme) {
        onTheme.accept(Optional.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT))));
    }

    @Override
    public void find(String text) {
        open("fleet");
        if (!text.isEmpty()) {
            search.setText(text);
        }
        search.requestFocus();
        search.end();
    }

    @Override
    public void keys() {
        palette.showKeys();
    }
}
