package daemoneye.app.config.view;

import daemoneye.app.controls.FillColumns;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// A table with one row a setting. FX thread.
///
/// @param <T> a row
final class KeyTable<T> extends TableView<T> {
    private static final double ROW = 33;
    private static final double HEAD = 34;

    private final int mostRows;

    /// What is said of a setting, with its sign.
    ///
    /// @param note beside it; may be empty
    record Verdict(String text, StateKind kind, String note) {}

    /// @param mostRows that are shown without scrolling
    KeyTable(String id, int mostRows) {
        this.mostRows = mostRows;
        setId(id);
        setAccessibleText(Messages.text("config.column.keys"));
        getStyleClass().add("key-table");
        setAccessibleText(Messages.text("config.keys.name"));
        setFixedCellSize(ROW);
        setMinHeight(Region.USE_PREF_SIZE);
        setPlaceholder(Parts.label(Messages.text("config.nothing"), "muted", "small"));
        FillColumns.of(this);
    }

    void show(List<T> rows) {
        getItems().setAll(rows);
        setPrefHeight(ROW * Math.clamp(rows.size(), 1, mostRows) + HEAD);
    }

    /// A column of plain words; what does not fit is told by a tip.
    void text(String key, double width, Function<T, String> of, String style) {
        var column = this.<String>column(Messages.text("config.column." + key), width);
        column.getStyleClass().add(style);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(of.apply(each.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
    }

    /// A column of verdicts.
    TableColumn<T, Verdict> verdict(double width, Function<T, Verdict> of) {
        var column = this.<Verdict>column("", width);
        column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(of.apply(each.getValue())));
        column.setCellFactory(_ -> new VerdictCell<>());
        return column;
    }

    private <V> TableColumn<T, V> column(String name, double width) {
        var column = new TableColumn<T, V>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            if (text == null || empty) {
                setText("");
                setTooltip(null);
                return;
            }
            setText(text);
            setTooltip(text.length() < 20 ? null : tip(text));
        }
    }

    private static Tooltip tip(String text) {
        var tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        return tip;
    }

    private static final class VerdictCell<T> extends TableCell<T, Verdict> {
        @Override
        protected void updateItem(@Nullable Verdict said, boolean empty) {
            super.updateItem(said, empty);
            if (said == null || empty) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            var words = Parts.label(said.text(), "state-text", said.kind().styleClass());
            words.setMinWidth(0);
            var line = new HBox(6, new StateMark(said.kind(), 12), words);
            line.setAlignment(Pos.CENTER_LEFT);
            if (!said.note().isEmpty()) {
                var note = Parts.label(said.note(), "mark-weaker");
                note.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(note);
            }
            setGraphic(line);
            setTooltip(said.text().length() < 20 ? null : tip(said.text()));
        }
    }
}
