package daemoneye.app.calls;

import daemoneye.app.controls.StateKind;
import daemoneye.app.controls.StateMark;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Tells how an operation ended, for a few seconds, at the lower right; never takes the focus.
/// A click sends it away. FX thread.
public final class Toasts {
    private static final Duration GOOD_NEWS = Duration.seconds(4);
    private static final Duration BAD_NEWS = Duration.seconds(12);
    private static final int MOST = 4;

    private final VBox stack = new VBox(8);

    /// @param layers where toasts are laid over everything else
    public Toasts(Pane layers, OperationsViewModel operations) {
        stack.setAlignment(Pos.BOTTOM_RIGHT);
        stack.setPickOnBounds(false);
        stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        stack.getStyleClass().add("toast-stack");
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        layers.getChildren().add(stack);
        operations.newestProperty().subscribe(newest -> newest.ifPresent(this::follow));
    }

    private void follow(OperationViewModel operation) {
        operation
                .stateProperty()
                .subscribe(
                        state -> {
                            if (state != OperationState.RUNNING) {
                                show(operation, state);
                            }
                        });
    }

    private void show(OperationViewModel operation, OperationState state) {
        var title = new Label(operation.title());
        title.getStyleClass().add("strong");
        var text = new Label(operation.stepProperty().get());
        text.setWrapText(true);
        text.setMaxWidth(360);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().addAll("muted", "small");
        var toast = new HBox(new StateMark(kindOf(state), 14), new VBox(2, title, text));
        toast.getStyleClass().add("toast");
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.setOnMouseClicked(click -> stack.getChildren().remove(toast));
        stack.getChildren().add(toast);
        if (stack.getChildren().size() > MOST) {
            stack.getChildren().removeFirst();
        }
        var pause = new PauseTransition(state == OperationState.DONE ? GOOD_NEWS : BAD_NEWS);
        pause.setOnFinished(end -> stack.getChildren().remove(toast));
        pause.play();
    }

    private static StateKind kindOf(OperationState state) {
        return switch (state) {
            case RUNNING -> StateKind.STARTING;
            case DONE -> StateKind.HEALTHY;
            case FAILED -> StateKind.FAILED;
            case UNKNOWN -> StateKind.UNKNOWN;
        };
    }
}
