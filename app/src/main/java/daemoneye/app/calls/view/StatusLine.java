package daemoneye.app.calls.view;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.WholeText;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Optional;

/// The left of the status bar: the newest call under way with its step, what is left of its time,
/// and a way to stop it; how many others there are; how the last one ended. FX thread.
public final class StatusLine extends HBox {
    private final OperationsViewModel operations;
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label step = new Label();
    private final Button cancel = new Button(Messages.text("operation.cancel"));
    private final Button others = new Button();
    private Optional<OperationViewModel> followed = Optional.empty();

    /// @param onCalls runs when somebody wants to see all of them
    public StatusLine(OperationsViewModel operations, Runnable onCalls) {
        this.operations = operations;
        getStyleClass().add("status-line");
        HBox.setHgrow(this, Priority.ALWAYS);
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setMaxWidth(280);
        WholeText.of(step).setMinWidth(0);
        bar.setPrefWidth(96);
        bar.setMinWidth(32);
        cancel.setId("status-cancel");
        others.setId("status-others");
        others.setOnAction(_ -> onCalls.run());
        for (var button : new Button[] {cancel, others}) {
            button.getStyleClass().addAll("quiet", "compact");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        bar.managedProperty().bind(bar.visibleProperty());
        getChildren().addAll(title, bar, step, cancel, others);
        operations.revisionProperty().subscribe(_ -> choose());
        operations.newestProperty().subscribe(_ -> choose());
    }

    private void choose() {
        var running = operations.inFlight();
        others.setText(Messages.text("status.others", running.size() - 1));
        others.setVisible(running.size() > 1);
        var next =
                running.stream()
                        .findFirst()
                        .or(() -> followed)
                        .or(() -> operations.newestProperty().get());
        if (!next.equals(followed) || next.isEmpty()) {
            followed = next;
            forget();
            next.ifPresent(this::follow);
        }
    }

    private void forget() {
        bar.progressProperty().unbind();
        bar.visibleProperty().unbind();
        step.textProperty().unbind();
        cancel.visibleProperty().unbind();
        cancel.disableProperty().unbind();
        bar.setVisible(false);
        cancel.setVisible(false);
        step.setText("");
        title.setText(Messages.text("status.idle"));
    }

    private void follow(OperationViewModel operation) {
        var running = operation.stateProperty().isEqualTo(OperationState.RUNNING);
        title.setText(operation.title());
        bar.progressProperty().bind(operation.shareProperty());
        bar.visibleProperty().bind(running);
        step.textProperty()
                .bind(
                        Bindings.concat(
                                operation.stepProperty(),
                                " · ",
                                Bindings.when(running)
                                        .then(operation.leftProperty())
                                        .otherwise(operation.timeProperty())));
        cancel.visibleProperty().bind(running);
        cancel.disableProperty().bind(operation.cancellable().not());
        cancel.setAccessibleText(Messages.text("operation.cancel.name", operation.title()));
        cancel.setOnAction(_ -> operations.cancel(operation));
    }
}
