package daemoneye.app.rollout.view;

import daemoneye.app.config.apply.RunStep;
import daemoneye.app.config.view.Parts;
import daemoneye.app.config.view.StepRow;
import daemoneye.app.fx.Watching;
import daemoneye.app.rollout.run.RolloutRow;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The steps of the chosen target in full. FX thread.
final class RowSteps extends ScrollPane {
    private static final double HEIGHT = 150;

    private final Label title = Parts.label("", "section-label");
    private final Label words = new Label();
    private final VBox steps = new VBox(8);
    private Subscription following = () -> {};

    RowSteps(RunTable table, Watching watching) {
        words.setId("rollout-row-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var body = new VBox(8, title, words, steps);
        body.getStyleClass().add("rollout-steps");
        setContent(body);
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("page-scroll");
        setMinHeight(0);
        setPrefHeight(HEIGHT);
        watching.add(table.getSelectionModel().selectedItemProperty().subscribe(this::follow));
        watching.add(() -> following.unsubscribe());
    }

    private void follow(@Nullable RolloutRow row) {
        following.unsubscribe();
        following = () -> {};
        if (row != null) {
            title.setText(Messages.text("rollout.chosen", SafeText.of(row.collector(), 60)));
            following =
                    Subscription.combine(
                            row.stepsProperty().subscribe(this::show),
                            row.textProperty().subscribe(words::setText));
        }
    }

    private void show(List<RunStep> all) {
        steps.getChildren().setAll(all.stream().map(StepRow::new).toList());
    }
}
