package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.KeyRow;
import daemoneye.app.config.diff.view.DiffPane;
import daemoneye.app.controls.StateMark;
import daemoneye.app.controls.WholeText;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.view.ConfirmFields;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// What would change against what runs: the texts compared, each key with its verdict, and how it
/// shall be done. FX thread.
final class ReviewPane extends VBox {
    private static final double ROW = 33;
    private static final int MOST_ROWS = 4;

    private final ConfigDialogViewModel dialog;
    private final TableView<KeyRow> keys = new TableView<>();
    private final ReadOnlyStringWrapper weaker = new ReadOnlyStringWrapper("");
    private final HBox fields = new HBox();
    private final ImpactList impact = new ImpactList();

    ReviewPane(ConfigDialogViewModel dialog, Watching watching) {
        this.dialog = dialog;
        getStyleClass().add("config-pane");
        var diff =
                new DiffPane(
                        dialog.diff(),
                        "config-diff",
                        Messages.text("config.diff.running"),
                        Messages.text("config.diff.yours"),
                        watching);
        VBox.setVgrow(diff, Priority.ALWAYS);
        table();
        getChildren()
                .addAll(
                        diff,
                        Parts.banner("config-weaker", weaker, "warn"),
                        Parts.banner("config-dry-trouble", dialog.dry().troubleProperty(), "bad"),
                        keys,
                        terms());
        watching.add(dialog.keysProperty().subscribe(this::show));
        watching.add(dialog.confirmProperty().subscribe(this::ask));
        watching.add(
                dialog.confirmProperty()
                        .flatMap(ConfirmViewModel::questionProperty)
                        .subscribe(now -> impact.show(now.stakes().impact())));
    }

    private void table() {
        keys.setId("config-keys");
        keys.setAccessibleText(Messages.text("config.column.keys"));
        keys.setFixedCellSize(ROW);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        keys.setPlaceholder(new Label(Messages.text("config.nothing")));
        keys.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        keys.getColumns().add(text("key", 190, row -> row.change().key(), "code-cell"));
        keys.getColumns().add(text("running", 190, row -> row.change().running(), "code-muted"));
        keys.getColumns().add(text("yours", 150, row -> row.change().yours(), "code-cell"));
        keys.getColumns().add(effect());
        keys.getColumns().add(verdict());
        keys.getColumns().forEach(each -> each.setSortable(false));
        keys.getColumns().forEach(each -> each.setReorderable(false));
    }

    private static TableColumn<KeyRow, String> text(
            String key, double width, Function<KeyRow, String> of, String style) {
        var column = new TableColumn<KeyRow, String>(Messages.text("config.column." + key));
        column.setPrefWidth(width);
        column.getStyleClass().add(style);
        column.setCellValueFactory(each -> new ReadOnlyStringWrapper(of.apply(each.getValue())));
        WholeText.in(column);
        return column;
    }

    private static TableColumn<KeyRow, KeyRow> effect() {
        var column = new TableColumn<KeyRow, KeyRow>(Messages.text("config.column.effect"));
        column.setPrefWidth(120);
        column.setCellValueFactory(each -> new SimpleObjectProperty<>(each.getValue()));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable KeyRow row, boolean empty) {
                                super.updateItem(row, empty);
                                setText(row == null || empty ? "" : row.effect());
                                getStyleClass().remove("effect-restart");
                                if (row != null && !empty && row.change().restart()) {
                                    getStyleClass().add("effect-restart");
                                }
                            }
                        });
        return column;
    }

    private TableColumn<KeyRow, KeyRow> verdict() {
        var column = new TableColumn<KeyRow, KeyRow>();
        column.textProperty().bind(dialog.dry().headingProperty());
        column.setPrefWidth(300);
        column.setCellValueFactory(each -> new SimpleObjectProperty<>(each.getValue()));
        column.setCellFactory(_ -> new VerdictCell());
        return column;
    }

    private static final class VerdictCell extends TableCell<KeyRow, KeyRow> {
        @Override
        protected void updateItem(@Nullable KeyRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            var words = Parts.label(row.verdict(), "state-text", row.kind().styleClass());
            WholeText.of(words).setMinWidth(0);
            var line = new HBox(6, new StateMark(row.kind(), 12), words);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            if (!row.change().weaker().isEmpty()) {
                var weaker = Parts.label(row.change().weaker(), "mark-weaker");
                weaker.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(weaker);
            }
            setGraphic(line);
        }
    }

    private Region terms() {
        var putBack = new CheckBox();
        putBack.setId("config-put-back");
        putBack.textProperty().bind(dialog.words().putBackProperty());
        putBack.selectedProperty().bindBidirectional(dialog.putBackProperty());
        var restart = new CheckBox(Messages.text("config.restart"));
        restart.setId("config-restart");
        restart.selectedProperty().bindBidirectional(dialog.restartProperty());
        var choices = new FlowPane(16, 4, putBack, restart);
        choices.setMinWidth(0);
        HBox.setHgrow(fields, Priority.ALWAYS);
        fields.setMinWidth(0);
        var all = new VBox(8, impact, fields, choices);
        all.getStyleClass().add("config-terms");
        all.setMinHeight(Region.USE_PREF_SIZE);
        return all;
    }

    private void ask(ConfirmViewModel confirm) {
        var asked = new ConfirmFields(confirm);
        HBox.setHgrow(asked, Priority.ALWAYS);
        fields.getChildren().setAll(asked);
    }

    private void show(List<KeyRow> rows) {
        keys.getItems().setAll(rows);
        keys.setPrefHeight(ROW * Math.clamp(rows.size(), 1, MOST_ROWS) + 34);
        long count = rows.stream().filter(each -> !each.change().weaker().isEmpty()).count();
        weaker.set(count == 0 ? "" : Messages.text("config.weaker.all", count));
    }
}
