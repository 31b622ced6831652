package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRow;
import daemoneye.app.bulk.RowState;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The columns of the table of results.
final class BulkColumns {
    private static final int MOST_NAME = 60;
    private static final double MOST_COLLECTOR = 240;
    private static final double LEAST_DETAIL = 160;

    private BulkColumns() {}

    /// @param phases whether rows tell of phases
    /// @param watching ends when the table is shown no more
    static void addTo(TableView<BulkRow> table, boolean phases, Watching watching) {
        var columns = table.getColumns();
        columns.add(
                text(
                        "wave",
                        48,
                        row -> new ReadOnlyStringWrapper(Integer.toString(row.wave())),
                        "num"));
        var collector =
                text(
                        "collector",
                        168,
                        row -> new ReadOnlyStringWrapper(SafeText.of(row.collector(), MOST_NAME)),
                        "strong");
        collector.setMaxWidth(MOST_COLLECTOR);
        columns.add(collector);
        var state = new TableColumn<BulkRow, RowState>(Messages.text("bulk.column.state"));
        state.setCellValueFactory(row -> row.getValue().stateProperty());
        state.setCellFactory(_ -> new StateCell());
        fixed(state, 130);
        columns.add(state);
        if (phases) {
            columns.add(phases(watching));
        }
        columns.add(text("took", 96, BulkRow::tookProperty, "num"));
        var detail = text("detail", 240, BulkRow::textProperty, "muted");
        detail.setMinWidth(LEAST_DETAIL);
        detail.setMaxWidth(Double.MAX_VALUE);
        columns.add(detail);
    }

    private static TableColumn<BulkRow, BulkRow> phases(Watching watching) {
        var column = new TableColumn<BulkRow, BulkRow>(Messages.text("bulk.column.phase"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new PhaseCell(watching));
        fixed(column, 192);
        return column;
    }

    private static TableColumn<BulkRow, String> text(
            String key,
            double width,
            Function<BulkRow, ObservableValue<String>> value,
            String css) {
        var column = new TableColumn<BulkRow, String>(Messages.text("bulk.column." + key));
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        WholeText.in(column);
        column.getStyleClass().add(css);
        fixed(column, width);
        return column;
    }

    private static void fixed(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        column.setReorderable(false);
    }

    /// Shape, colour and word.
    private static final class StateCell extends TableCell<BulkRow, RowState> {
        private final StateMark mark = new StateMark(RowState.WAITING.kind());

        StateCell() {
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable RowState state, boolean empty) {
            super.updateItem(state, empty);
            if (empty || state == null) {
                setText("");
                setGraphic(null);
                return;
            }
            mark.setKind(state.kind());
            setText(state.label());
            setGraphic(mark);
        }
    }
}
