package daemoneye.app.calls;

import daemoneye.app.controls.EmptyState;
import daemoneye.app.fx.Fxml;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What this console asked for, newest first. FX thread.
public final class CallsView {
    private final OperationsViewModel model;
    private final Consumer<OperationViewModel> onOpen;
    private final Parent root;
    @FXML private TableView<OperationViewModel> table;

    /// @param onOpen given the operation that somebody wants to see more of
    public CallsView(OperationsViewModel model, Consumer<OperationViewModel> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        this.root = Fxml.load("calls", this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        table.setItems(model.all());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        "mdmz-swap_horiz",
                        Messages.text("calls.empty.title"),
                        Messages.text("calls.empty.text")));
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        openChosen();
                    }
                });
        table.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        openChosen();
                    }
                });
        add("time", 88, each -> constant(Wording.clock(each.began())));
        add("what", 200, each -> constant(each.title()));
        add(
                "state",
                96,
                each -> each.stateProperty().map(s -> Messages.text("calls.state." + s.key())));
        add("took", 96, OperationViewModel::timeProperty);
        add("step", 480, OperationViewModel::stepProperty);
    }

    private void openChosen() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(onOpen);
    }

    private static ObservableValue<String> constant(String text) {
        return new javafx.beans.property.ReadOnlyStringWrapper(text);
    }

    private void add(
            String key, double width, Function<OperationViewModel, ObservableValue<String>> text) {
        var column =
                new TableColumn<OperationViewModel, String>(Messages.text("calls.column." + key));
        column.setCellValueFactory(row -> text.apply(row.getValue()));
        column.setPrefWidth(width);
        column.setReorderable(false);
        table.getColumns().add(column);
    }
}
