package daemoneye.app.guard.view;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The toasts in a strip of their own between the page and the status bar, the newest last. The
/// page gives way to them and is never covered. FX thread.
final class ToastStack {
    private static final int MOST = 3;

    private final Pane strip;
    private final List<PauseTransition> pauses = new ArrayList<>();

    /// @param strip takes no room while there is none
    ToastStack(Pane strip) {
        this.strip = strip;
        strip.getChildren().addListener((ListChangeListener<Object>) _ -> showKeys());
        strip.managedProperty().bind(strip.visibleProperty());
        strip.visibleProperty().bind(Bindings.isNotEmpty(strip.getChildren()));
    }

    private void showKeys() {
        var newest = newestWithButton();
        toasts().forEach(each -> each.showKey(newest.equals(Optional.of(each))));
    }

    private Optional<Toast> newestWithButton() {
        return toasts().reversed().stream().filter(each -> each.button().isPresent()).findFirst();
    }

    /// Until somebody takes it away.
    void add(Toast toast) {
        strip.getChildren().add(toast);
        if (strip.getChildren().size() > MOST) {
            oldestWithoutPromise().ifPresent(strip.getChildren()::remove);
        }
    }

    // One that counts down stays: it is the only way to take the action back.
    private Optional<Toast> oldestWithoutPromise() {
        return toasts().stream().filter(each -> each.getUserData() != null).findFirst();
    }

    /// For so long; a click sends it away earlier.
    void add(Toast toast, Duration time) {
        toast.setUserData(time);
        toast.setOnMouseClicked(_ -> remove(toast));
        add(toast);
        var pause = new PauseTransition(time);
        pause.setOnFinished(
                _ -> {
                    pauses.remove(pause);
                    remove(toast);
                });
        pauses.add(pause);
        pause.play();
    }

    /// No toast goes by itself any more: a pause that runs holds the whole window.
    void leave() {
        for (var pause : pauses) {
            pause.stop();
        }
        pauses.clear();
    }

    void remove(Toast toast) {
        strip.getChildren().remove(toast);
    }

    void pressNewest() {
        newestWithButton().flatMap(Toast::button).ifPresent(Button::fire);
    }

    private List<Toast> toasts() {
        return strip.getChildren().stream().map(Toast.class::cast).toList();
    }
}
