package daemoneye.app.shutdown.view;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.fx.Watching;
import daemoneye.app.shutdown.ProgressLine;
import daemoneye.app.shutdown.ShutdownDialogViewModel;
import daemoneye.app.shutdown.ShutdownPhase;
import daemoneye.app.shutdown.ShutdownRun;
import daemoneye.app.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The way of a shutdown: phases, the checklist of the cleanup, countdown, and how it ended. FX
/// thread.
final class ShutdownTrack extends VBox {
    private final Watching watching;
    private final VBox lines = new VBox(10);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label countdown = new Label();
    private final Label trouble = wrapped("banner", "warn");
    private final StateMark mark = new StateMark(StateKind.UNKNOWN, 14);
    private final Label result = wrapped();
    private final HBox end = new HBox(8, mark, result);

    /// @param watching ends when it is shown no more
    ShutdownTrack(ShutdownDialogViewModel model, Watching watching) {
        super(16);
        this.watching = watching;
        getStyleClass().addAll("dialog-body", "shutdown-track");
        setPrefWidth(450);
        var head = new Label(Messages.text("shutdown.progress"));
        head.getStyleClass().add("section-label");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Messages.text("shutdown.progress"));
        countdown.getStyleClass().addAll("muted", "small");
        trouble.setId("shutdown-trouble");
        trouble.setMaxWidth(Double.MAX_VALUE);
        result.setId("shutdown-result");
        end.setAlignment(Pos.TOP_LEFT);
        var time = new VBox(6, bar, countdown);
        time.visibleProperty().bind(bar.visibleProperty());
        time.managedProperty().bind(time.visibleProperty());
        getChildren().addAll(head, lines, time, trouble, end);
        watching.add(model.runProperty().subscribe(this::follow));
    }

    private static Label wrapped(String... classes) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private void follow(Optional<ShutdownRun> run) {
        run.ifPresentOrElse(this::follow, this::rest);
    }

    private void rest() {
        show(
                Arrays.stream(ShutdownPhase.values())
                        .map(
                                phase ->
                                        new ProgressLine(
                                                ProgressLine.Mark.PENDING,
                                                phase.label(),
                                                "",
                                                false))
                        .toList());
        for (var each : List.of(bar, countdown, trouble, end)) {
            each.visibleProperty().unbind();
            each.setVisible(false);
        }
    }

    private void follow(ShutdownRun run) {
        watching.add(run.linesProperty().subscribe(this::show));
        bar.progressProperty().bind(run.shareProperty());
        bar.visibleProperty().bind(run.countdownProperty().isNotEmpty());
        countdown.textProperty().bind(run.countdownProperty());
        countdown.visibleProperty().bind(run.countdownProperty().isNotEmpty());
        trouble.textProperty().bind(run.troubleProperty());
        trouble.visibleProperty().bind(run.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        result.textProperty().bind(run.resultProperty());
        end.visibleProperty().bind(run.resultProperty().isNotEmpty());
        watching.add(run.resultKindProperty().subscribe(mark::setKind));
    }

    private void show(List<ProgressLine> shown) {
        lines.getChildren().setAll(shown.stream().map(ProgressRow::new).toList());
    }

    /// For tests: what stands here.
    List<Node> rows() {
        return List.copyOf(lines.getChildren());
    }
}
