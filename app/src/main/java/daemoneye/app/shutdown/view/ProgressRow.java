package daemoneye.app.shutdown.view;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.shutdown.ProgressLine;
import daemoneye.app.text.Messages;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

/// One line: a mark, the name of the phase or task, what there is to say. FX thread.
public final class ProgressRow extends HBox {
    private static final double NAME = 132;
    private static final double INDENT = 24;

    public ProgressRow(ProgressLine line) {
        super(12);
        setAlignment(Pos.TOP_LEFT);
        var name = new Label(line.name());
        name.getStyleClass().addAll("progress-name", line.task() ? "code" : "strong");
        if (line.mark() == ProgressLine.Mark.PENDING) {
            name.getStyleClass().add("subtle");
        }
        name.setMinWidth(NAME);
        name.setPrefWidth(line.task() ? Region.USE_COMPUTED_SIZE : NAME);
        var detail = new Label(line.detail());
        detail.getStyleClass().addAll("muted", "small");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        setPadding(new Insets(0, 0, 0, line.task() ? INDENT : 0));
        getChildren().addAll(mark(line.mark()), name, detail);
        setAccessibleText(
                Messages.text(
                        "shutdown.line",
                        line.name(),
                        Messages.text("shutdown.mark." + line.mark().name()),
                        line.detail()));
    }

    /// The shape of how a line stands.
    public static Node mark(ProgressLine.Mark mark) {
        return switch (mark) {
            case PENDING -> new StateMark(StateKind.UNKNOWN);
            case RUNNING -> new StateMark(StateKind.STARTING);
            case DONE -> check();
            case FORCED -> new StateMark(StateKind.DEGRADED);
            case FAILED -> new StateMark(StateKind.FAILED);
        };
    }

    private static Node check() {
        var icon = new FontIcon("mdal-check");
        icon.getStyleClass().add("check-mark");
        var box = new HBox(icon);
        box.setMinWidth(12);
        box.setMaxWidth(12);
        box.setAlignment(Pos.CENTER);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }
}
