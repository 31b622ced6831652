package daemoneye.app.config.view;

import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.KeyResult;
import daemoneye.app.config.apply.RunStep;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// A change on its way: its steps and its end. FX thread.
final class RunPane extends VBox {
    private final VBox steps = new VBox(12);
    private final Label result = new Label();
    private final HBox banner = new HBox(8);

    RunPane(ApplyViewModel run, Watching watching) {
        super(16);
        getStyleClass().addAll("dialog-body", "config-run");
        result.setId("config-result");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        banner.setId("config-end");
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(Parts.label(Messages.text("config.run.title"), "section-label"), steps);
        getChildren().addAll(banner, keys(run, watching));
        result.textProperty().bind(run.resultProperty());
        banner.visibleProperty().bind(run.resultProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        watching.add(run.stepsProperty().subscribe(this::show));
        watching.add(run.endProperty().subscribe(this::end));
    }

    private static Node keys(ApplyViewModel run, Watching watching) {
        var keys = new KeyTable<KeyResult>("config-results", 10);
        keys.text("key", 220, row -> row.change().key(), "code-cell");
        keys.text("before", 200, row -> row.change().running(), "code-muted");
        keys.text("wanted", 200, row -> row.change().yours(), "code-cell");
        keys.verdict(320, row -> new KeyTable.Verdict(row.text(), row.kind(), ""))
                .setText(Messages.text("config.column.result"));
        watching.add(run.keysProperty().subscribe(keys::show));
        return keys;
    }

    private void show(List<RunStep> all) {
        steps.getChildren().setAll(all.stream().map(StepRow::new).toList());
    }

    private void end(ApplyViewModel.End end) {
        var kind =
                switch (end) {
                    case RUNNING -> StateKind.STARTING;
                    case APPLIED -> StateKind.HEALTHY;
                    case RETURNED, CONFLICT, DOUBTFUL -> StateKind.DEGRADED;
                    case UNKNOWN -> StateKind.UNKNOWN;
                    case REFUSED -> StateKind.FAILED;
                };
        banner.getStyleClass()
                .setAll(
                        "banner",
                        switch (kind) {
                            case HEALTHY -> "good";
                            case FAILED -> "bad";
                            default -> "warn";
                        });
        banner.getChildren().setAll(new StateMark(kind, 14), result);
    }
}
