package daemoneye.app.audit.view;

import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.audit.entry.AuditWords;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The columns of the table of entries.
final class AuditColumns {
    /// Below these widths the pane beside the table alone says it.
    private static final double ROOM_FOR_LOG = 1_000;

    private static final double ROOM_FOR_TIME = 940;
    private static final double ROOM_FOR_MORE = 720;

    private AuditColumns() {}

    static void addTo(TableView<AuditRow> table) {
        text(table, "time", 154, row -> Wording.day(row.time()));
        text(table, "who", 150, AuditWords::who);
        text(table, "what", 270, AuditWords::what).getStyleClass().add("strong");
        result(table);
        var took = text(table, "took", 90, AuditWords::took);
        took.getStyleClass().add("num");
        took.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_TIME));
        var log = text(table, "log", 120, AuditRow::process);
        log.getStyleClass().add("muted");
        log.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_LOG));
        var more = text(table, "more", 210, AuditWords::more);
        more.getStyleClass().add("muted");
        more.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_MORE));
    }

    private static TableColumn<AuditRow, String> text(
            TableView<AuditRow> table, String key, double width, Function<AuditRow, String> text) {
        var column = new TableColumn<AuditRow, String>();
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        WholeText.in(column);
        return add(table, column, key, width);
    }

    private static void result(TableView<AuditRow> table) {
        var column = new TableColumn<AuditRow, AuditRow>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ResultCell());
        add(table, column, "result", 140);
    }

    private static <T> TableColumn<AuditRow, T> add(
            TableView<AuditRow> table, TableColumn<AuditRow, T> column, String key, double width) {
        column.setText(Messages.text("audit.column." + key));
        column.setPrefWidth(width);
        column.setMinWidth(leastWidth(key, width));
        column.setMaxWidth(mostWidth(key, width));
        column.setReorderable(false);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    // A time that is cut says nothing; a name that is cut is whole in the pane.
    private static double leastWidth(String key, double width) {
        return switch (key) {
            case "time", "result", "took" -> width;
            case "what" -> 160;
            default -> 100;
        };
    }

    // What has a natural length takes no room from what has none.
    private static double mostWidth(String key, double width) {
        return switch (key) {
            case "time", "result", "took" -> width;
            case "what", "more" -> Double.MAX_VALUE;
            default -> width * 1.5;
        };
    }

    /// Mark and word.
    private static final class ResultCell extends TableCell<AuditRow, AuditRow> {
        private final StateMark mark = new StateMark(StateKind.UNKNOWN);

        ResultCell() {
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable AuditRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setText("");
            } else {
                mark.setKind(AuditWords.kind(row));
                setGraphic(mark);
                setText(AuditWords.result(row));
            }
        }
    }
}
