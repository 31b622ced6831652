package daemoneye.app.guard.view;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;

/// The toasts at the lower right, the newest at the bottom. FX thread.
final class ToastStack {
    private static final int MOST = 4;

    private final VBox stack = new VBox(8);

    ToastStack(Pane layers) {
        stack.setAlignment(Pos.BOTTOM_RIGHT);
        stack.setPickOnBounds(false);
        stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        stack.getStyleClass().add("toast-stack");
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        layers.getChildren().add(stack);
    }

    /// Until somebody takes it away.
    void add(Toast toast) {
        stack.getChildren().add(toast);
        if (stack.getChildren().size() > MOST) {
            oldestWithoutPromise().ifPresent(stack.getChildren()::remove);
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
        pause.setOnFinished(_ -> remove(toast));
        pause.play();
    }

    void remove(Toast toast) {
        stack.getChildren().remove(toast);
    }

    void pressNewest() {
        toasts().reversed().stream()
                .flatMap(each -> each.button().stream())
                .findFirst()
                .ifPresent(Button::fire);
    }

    private List<Toast> toasts() {
        return stack.getChildren().stream().map(Toast.class::cast).toList();
    }
}
