package daemoneye.app.rollout.view;

import daemoneye.app.bulk.ResultExport;
import daemoneye.app.bulk.view.ExportButtons;
import daemoneye.app.bulk.view.FileChoice;
import daemoneye.app.config.view.Parts;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.fx.Watching;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.rollout.run.RolloutState;
import daemoneye.app.rollout.run.RolloutTable;
import daemoneye.app.rollout.run.RolloutWords;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A rollout on its way: where it stands, what can be done about it, and each target. FX thread.
final class RunCard extends VBox {
    private static final double WIDTH = 1000;

    private final RolloutRun run;
    private final Button close;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final HBox banner = new HBox(10);
    private final Label said = new Label();
    private final Label help = Parts.label("", "muted", "small");

    RunCard(RolloutRun run, FileChoice files, Runnable onClose, Watching watching) {
        this.run = run;
        getStyleClass().addAll("dialog-card", "config-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinSize(0, 0);
        close = Parts.button("rollout-close", "config.close", onClose);
        var table = new RunTable(run);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(watching),
                        where(watching),
                        table,
                        new RowSteps(table, watching),
                        foot(files));
        watching.add(run.stateProperty().subscribe(_ -> show()));
        watching.add(run.leftProperty().subscribe(_ -> show()));
        watching.add(run.summaryProperty().subscribe(_ -> show()));
    }

    private Node head(Watching watching) {
        var title = Parts.label(run.title(), "title-card");
        var summary = Parts.label("", "muted");
        summary.setId("rollout-summary");
        summary.setMinWidth(0);
        watching.add(run.summaryProperty().subscribe(summary::setText));
        var head = new VBox(title, summary);
        head.getStyleClass().add("dialog-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node where(Watching watching) {
        said.setId("rollout-state");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(words);
        help.setText(Messages.text("rollout.keep.help"));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        var text = new VBox(2, said, help);
        HBox.setHgrow(text, Priority.ALWAYS);
        banner.setId("rollout-banner");
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getChildren().addAll(new StateMark(StateKind.STARTING, 14), text);
        var box = new VBox(10, banner, new RunActions(run, () -> close, watching));
        box.getStyleClass().add("rollout-where");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Node foot(FileChoice files) {
        var exports =
                new ExportButtons(
                        files,
                        run.intent().action().key() + "-rollout",
                        () -> ResultExport.csv(RolloutTable.of(run)),
                        () -> ResultExport.json(RolloutTable.of(run)));
        var foot = new HBox(close, exports.saved());
        foot.getChildren().addAll(exports.buttons());
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    private void show() {
        words.set(RolloutWords.of(run));
        var kind = kind(run.stateProperty().get());
        banner.getStyleClass().setAll("banner", style(kind));
        banner.getChildren().set(0, new StateMark(kind, 14));
        boolean counts = run.stateProperty().get() instanceof RolloutState.Deciding;
        help.setVisible(counts);
        help.setManaged(counts);
        close.setText(Messages.text(run.isOver() ? "config.close" : "config.run.keepGoing"));
    }

    private static String style(StateKind kind) {
        return switch (kind) {
            case HEALTHY -> "good";
            case STARTING, STOPPED -> "note";
            default -> "warn";
        };
    }

    private static StateKind kind(RolloutState state) {
        return switch (state) {
            case RolloutState.Running _, RolloutState.PuttingBack _ -> StateKind.STARTING;
            case RolloutState.Pausing _, RolloutState.Paused _ -> StateKind.PAUSED;
            case RolloutState.Deciding _ -> StateKind.DEGRADED;
            case RolloutState.Over(var end) ->
                    switch (end) {
                        case DONE, KEPT, PUT_BACK -> StateKind.HEALTHY;
                        case STOPPED -> StateKind.STOPPED;
                        case PUT_BACK_PARTLY -> StateKind.DEGRADED;
                    };
        };
    }

    Button wayOut() {
        return close;
    }
}
