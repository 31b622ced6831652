package daemoneye.app.calls.view;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The columns of the table of calls.
final class CallColumns {
    /// Below these widths the pane beside the table alone says it.
    private static final double ROOM_FOR_ATTEMPTS = 760;

    private static final double ROOM_FOR_STEPS = 640;
    private static final double MOST_WHAT = 360;

    private CallColumns() {}

    static void addTo(TableView<OperationViewModel> table) {
        text(table, "time", 80, each -> constant(Wording.clock(each.began())));
        text(table, "what", 220, each -> constant(each.title())).getStyleClass().add("strong");
        state(table);
        var attempts = text(table, "try", 120, OperationViewModel::attemptProperty);
        attempts.getStyleClass().add("muted");
        attempts.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_ATTEMPTS));
        text(table, "took", 92, CallColumns::leftOrTook).getStyleClass().add("num");
        var steps = text(table, "step", 320, OperationViewModel::stepProperty);
        steps.getStyleClass().add("muted");
        steps.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_STEPS));
    }

    /// What is left while it runs, then what it took.
    private static ObservableValue<String> leftOrTook(OperationViewModel operation) {
        return Bindings.when(operation.leftProperty().isEmpty())
                .then(operation.timeProperty())
                .otherwise(operation.leftProperty());
    }

    private static ObservableValue<String> constant(String text) {
        return new ReadOnlyStringWrapper(text);
    }

    private static TableColumn<OperationViewModel, String> text(
            TableView<OperationViewModel> table,
            String key,
            double width,
            Function<OperationViewModel, ObservableValue<String>> text) {
        var column = new TableColumn<OperationViewModel, String>();
        column.setCellValueFactory(row -> text.apply(row.getValue()));
        WholeText.in(column);
        return add(table, column, key, width);
    }

    private static void state(TableView<OperationViewModel> table) {
        var column = new TableColumn<OperationViewModel, OperationState>();
        column.setCellValueFactory(row -> row.getValue().stateProperty());
        column.setCellFactory(_ -> new StateCell());
        add(table, column, "state", 136);
    }

    private static <T> TableColumn<OperationViewModel, T> add(
            TableView<OperationViewModel> table,
            TableColumn<OperationViewModel, T> column,
            String key,
            double width) {
        column.setText(Messages.text("calls.column." + key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, key.equals("what") ? 180 : 80));
        // What it is about fills the table where the steps are left out.
        column.setMaxWidth(
                switch (key) {
                    case "step" -> Double.MAX_VALUE;
                    case "what" -> MOST_WHAT;
                    default -> width;
                });
        column.setReorderable(false);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /// Mark and word.
    private static final class StateCell extends TableCell<OperationViewModel, OperationState> {
        private final StateMark mark = new StateMark(OperationState.RUNNING.kind());

        StateCell() {
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable OperationState state, boolean empty) {
            super.updateItem(state, empty);
            if (empty || state == null) {
                setGraphic(null);
                setText("");
            } else {
                mark.setKind(state.kind());
                setGraphic(mark);
                setText(state.label());
            }
        }
    }
}
