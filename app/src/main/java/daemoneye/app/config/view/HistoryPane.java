package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.HistoryRow;
import daemoneye.app.config.HistoryViewModel;
import daemoneye.app.config.diff.view.DiffPane;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.controls.WholeText;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.function.Function;

/// The versions of a configuration, and what differs between two of them. FX thread.
final class HistoryPane extends VBox {
    private static final double ROW = 33;

    private final ConfigDialogViewModel dialog;
    private final HistoryViewModel model;
    private final TableView<HistoryRow> table = new TableView<>();
    private final Button back;

    HistoryPane(ConfigDialogViewModel dialog, Watching watching) {
        this.dialog = dialog;
        this.model = dialog.history();
        getStyleClass().add("config-pane");
        table();
        back = Parts.button("config-roll-back", "config.history.back.none", this::rollBack);
        var title = new Label();
        title.setId("config-history-title");
        title.getStyleClass().add("strong");
        title.textProperty().bind(model.titleProperty());
        title.setMinWidth(0);
        var line = new HBox(8, title, Parts.gap(), back);
        line.getStyleClass().addAll("tool-row", "config-tools");
        var diff = new DiffPane(model.diff(), "history-diff", "", "", watching);
        diff.visibleProperty().bind(table.getSelectionModel().selectedItemProperty().isNotNull());
        VBox.setVgrow(diff, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.banner("config-history-trouble", model.troubleProperty(), "bad"),
                        table,
                        line,
                        diff);
        chosen();
    }

    private void table() {
        table.setId("config-history");
        table.setAccessibleText(Messages.text("config.place.history"));
        table.setAccessibleText(Messages.text("config.place.history"));
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.setMinHeight(ROW * 4 + 34);
        table.setPrefHeight(ROW * 7 + 34);
        table.setPlaceholder(Parts.label(Messages.text("config.history.empty"), "muted"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<HistoryRow>) _ -> chosen());
        FillColumns.of(table);
        add("version", 64, row -> Long.toString(row.version()), "num");
        add("when", 172, HistoryRow::when, "code-muted");
        add("live", 90, HistoryRow::live, "code-muted");
        add("by", 130, HistoryRow::by, "plain");
        add("changes", 260, HistoryRow::changes, "code-cell");
        add("reason", 240, HistoryRow::reason, "plain");
    }

    private void add(String key, double width, Function<HistoryRow, String> of, String style) {
        var column = new TableColumn<HistoryRow, String>(Messages.text("config.history." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(of.apply(each.getValue())));
        WholeText.in(column);
        table.getColumns().add(column);
    }

    private void chosen() {
        var rows = table.getSelectionModel().getSelectedItems();
        model.choose(rows.stream().map(HistoryRow::version).toList());
        var one = rows.stream().filter(each -> !each.holds()).toList();
        back.setDisable(one.size() != 1);
        back.setText(
                one.size() == 1
                        ? Messages.text(
                                "config.history.back", Long.toString(one.getFirst().version()))
                        : Messages.text("config.history.back.none"));
    }

    private void rollBack() {
        table.getSelectionModel().getSelectedItems().stream()
                .filter(each -> !each.holds())
                .findFirst()
                .ifPresent(each -> dialog.preview(each.version()));
    }
}
