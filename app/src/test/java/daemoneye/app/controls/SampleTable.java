package daemoneye.app.controls;

import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

import java.util.function.Function;

/// The fleet table with sample rows: proves the style classes of tables.
final class SampleTable {
    private SampleTable() {}

    static TableView<SampleRow> build() {
        TableView<SampleRow> table = new TableView<>();
        table.setFixedCellSize(44);
        table.getColumns().add(column("State", 124, SampleTable::state));
        table.getColumns().add(column("Collector", 206, SampleTable::name));
        table.getColumns().add(text("Host", 70, SampleRow::host, "muted"));
        table.getColumns().add(column("Health", 54, SampleTable::gauge));
        table.getColumns().add(text("CPU", 62, SampleRow::cpu, "num"));
        table.getColumns().add(text("Memory", 70, SampleRow::memory, "num"));
        table.getColumns().add(text("Events/s", 70, SampleRow::events, "num"));
        table.getColumns().add(column("Heartbeats", 170, SampleTable::beats));
        table.getColumns().add(text("Last", 54, SampleRow::last, "num"));
        table.getColumns().add(text("Config", 56, SampleRow::config, "num"));
        table.setItems(FXCollections.observableArrayList(SampleRow.fleet()));
        table.getSelectionModel().select(2);
        return table;
    }

    private static Node state(SampleRow row) {
        Label word = new Label(word(row.state()), new StateMark(row.state()));
        word.getStyleClass().addAll("state-text", row.state().styleClass());
        return word;
    }

    private static String word(StateKind kind) {
        String css = kind.styleClass();
        return Character.toUpperCase(css.charAt(0)) + css.substring(1);
    }

    private static Node name(SampleRow row) {
        Label id = new Label(row.id());
        id.getStyleClass().add("strong");
        Label note = new Label(row.note());
        note.getStyleClass().add("row-note");
        HBox box = new HBox(6, id, note);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node gauge(SampleRow row) {
        HealthGauge gauge = new HealthGauge();
        gauge.setReading(row.health());
        return gauge;
    }

    private static Node beats(SampleRow row) {
        HeartbeatBar bar = new HeartbeatBar();
        bar.setFocusTraversable(false);
        bar.setPills(SampleBeats.of(row.beats()));
        return bar;
    }

    private static TableColumn<SampleRow, SampleRow> column(
            String name, double width, Function<SampleRow, Node> graphic) {
        TableColumn<SampleRow, SampleRow> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(SampleRow row, boolean empty) {
                                super.updateItem(row, empty);
                                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                                setGraphic(empty || row == null ? null : graphic.apply(row));
                            }
                        });
        return column;
    }

    private static TableColumn<SampleRow, String> text(
            String name, double width, Function<SampleRow, String> words, String style) {
        TableColumn<SampleRow, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }
}
