package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRow;
import daemoneye.app.bulk.BulkRunViewModel;
import daemoneye.app.bulk.ResultExport;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// What became of each target of a bulk action: while it runs, and after. FX thread.
final class BulkCard extends VBox {
    /// As wide as the window lets it: what each says of its end is long.
    private static final double WIDTH = 1_180;

    private static final double ROW = 36;
    private static final int MOST_ROWS = 9;

    private final BulkRunViewModel run;
    private final Button close = new Button();

    /// @param onForce runs for a row whose process somebody wants killed now
    /// @param watching ends when it is shown no more: the results stay
    BulkCard(
            BulkRunViewModel run,
            FileChoice files,
            Consumer<BulkRow> onForce,
            Runnable onClose,
            Watching watching) {
        this.run = run;
        getStyleClass().add("dialog-card");
        setMaxWidth(WIDTH);
        var title = new Label(run.title());
        title.getStyleClass().add("title-card");
        var summary = new Label();
        summary.setId("bulk-summary");
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(run.summaryProperty());
        var head = new VBox(title, summary);
        head.getStyleClass().add("dialog-head");
        close.setId("bulk-close");
        close.setOnAction(_ -> onClose.run());
        var exports =
                new ExportButtons(
                        files,
                        run.intent().action().key() + "-results",
                        () -> ResultExport.csv(run),
                        () -> ResultExport.json(run));
        var saved = exports.saved();
        var foot = new HBox(close, stop(), check(), saved);
        foot.getChildren().addAll(exports.buttons());
        foot.getStyleClass().add("dialog-foot");
        var table = table(watching);
        VBox.setVgrow(table, Priority.ALWAYS);
        var row = new RowPane(run, onForce);
        watching.add(row::leave);
        table.getSelectionModel().selectedItemProperty().subscribe(row::show);
        var body = new VBox(table, row);
        body.getStyleClass().add("bulk-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body, foot);
        watching.add(
                run.overProperty()
                        .subscribe(
                                over ->
                                        close.setText(
                                                Messages.text(
                                                        over ? "bulk.close" : "bulk.keepGoing"))));
    }

    private TableView<BulkRow> table(Watching watching) {
        var table = new TableView<BulkRow>();
        table.setId("bulk-table");
        table.setAccessibleText(Messages.text("bulk.table"));
        table.getItems().setAll(run.rows());
        table.setFixedCellSize(ROW);
        table.setPrefHeight(ROW * Math.min(MOST_ROWS, run.rows().size()) + 36);
        FillColumns.of(table);
        BulkColumns.addTo(table, run.isShutdown(), watching);
        return table;
    }

    private Button stop() {
        var stop = new Button(Messages.text("bulk.stop"));
        stop.setId("bulk-stop");
        stop.setOnAction(_ -> run.stopHere());
        stop.visibleProperty().bind(run.overProperty().not());
        stop.managedProperty().bind(stop.visibleProperty());
        stop.setMinWidth(Region.USE_PREF_SIZE);
        return stop;
    }

    private Button check() {
        var check = new Button();
        check.setId("bulk-check");
        check.getStyleClass().add("accent");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(_ -> run.findOut());
        check.textProperty()
                .bind(run.unknownProperty().map(count -> Messages.text("bulk.check", count)));
        check.visibleProperty().bind(run.unknownProperty().greaterThan(0));
        check.managedProperty().bind(check.visibleProperty());
        return check;
    }

    Button wayOut() {
        return close;
    }
}
