package daemoneye.app.rollout.view;

import daemoneye.app.controls.FillColumns;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.rollout.run.RolloutRow;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.rollout.run.RowStand;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Each target of a rollout: its wave, how it stands, and why. FX thread.
final class RunTable extends TableView<RolloutRow> {
    private static final double ROW = 36;
    private static final int MOST_ROWS = 10;
    private static final int MOST_NAME = 60;

    RunTable(RolloutRun run) {
        setId("rollout-table");
        setAccessibleText(Messages.text("rollout.table"));
        setFixedCellSize(ROW);
        setMinHeight(3 * ROW);
        setPrefHeight(ROW * Math.min(MOST_ROWS, run.rows().size()) + 36);
        FillColumns.of(this);
        getColumns()
                .add(
                        text(
                                "wave",
                                56,
                                row -> new ReadOnlyStringWrapper(Integer.toString(row.wave())),
                                "num"));
        getColumns()
                .add(
                        text(
                                "collector",
                                190,
                                row ->
                                        new ReadOnlyStringWrapper(
                                                SafeText.of(row.collector(), MOST_NAME)),
                                "strong"));
        getColumns().add(stands());
        getColumns().add(text("took", 84, RolloutRow::tookProperty, "num"));
        var detail = text("detail", 300, RolloutRow::textProperty, "muted");
        detail.setMaxWidth(Double.MAX_VALUE);
        getColumns().add(detail);
        getItems().setAll(run.rows());
        getSelectionModel().selectFirst();
    }

    private static TableColumn<RolloutRow, RowStand> stands() {
        var column = new TableColumn<RolloutRow, RowStand>(Messages.text("bulk.column.state"));
        column.setCellValueFactory(row -> row.getValue().standProperty());
        column.setCellFactory(_ -> new StandCell());
        fixed(column, 150);
        return column;
    }

    private static TableColumn<RolloutRow, String> text(
            String key,
            double width,
            Function<RolloutRow, ObservableValue<String>> value,
            String css) {
        var column = new TableColumn<RolloutRow, String>(Messages.text("bulk.column." + key));
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        WholeText.in(column);
        column.getStyleClass().add(css);
        fixed(column, width);
        return column;
    }

    private static void fixed(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width * 1.6);
        column.setReorderable(false);
    }

    /// Shape, colour and word.
    private static final class StandCell extends TableCell<RolloutRow, RowStand> {
        private final StateMark mark = new StateMark(RowStand.WAITING.kind());

        StandCell() {
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable RowStand stand, boolean empty) {
            super.updateItem(stand, empty);
            if (empty || stand == null) {
                setText("");
                setGraphic(null);
                return;
            }
            mark.setKind(stand.kind());
            setText(stand.label());
            setGraphic(mark);
        }
    }
}
