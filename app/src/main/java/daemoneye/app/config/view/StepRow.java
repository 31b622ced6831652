package daemoneye.app.config.view;

import daemoneye.app.config.apply.RunStep;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One step of a change on its way, with its sign. FX thread.
public final class StepRow extends HBox {
    private static final double NAME_WIDTH = 260;

    public StepRow(RunStep step) {
        super(12);
        var name = Parts.label(step.name(), "strong");
        name.setMinWidth(NAME_WIDTH);
        var detail = Parts.label(step.detail(), "muted");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().add("run-step");
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(new StateMark(kind(step.mark()), 14), name, detail);
    }

    private static StateKind kind(RunStep.Mark mark) {
        return switch (mark) {
            case UNKNOWN -> StateKind.UNKNOWN;
            case RUNNING -> StateKind.STARTING;
            case DONE -> StateKind.HEALTHY;
            case WARNING -> StateKind.DEGRADED;
            case FAILED -> StateKind.FAILED;
        };
    }
}
