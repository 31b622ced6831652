package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRow;
import daemoneye.app.bulk.BulkRunViewModel;
import daemoneye.app.bulk.RowState;
import daemoneye.app.calls.view.CheckButton;
import daemoneye.app.shutdown.ProgressLine;
import daemoneye.app.shutdown.view.ProgressRow;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// The chosen row in full: what it says, its phases with their tasks, and what can be done about
/// it. Takes no room while no row is chosen. FX thread.
final class RowPane extends ScrollPane {
    private static final double HEIGHT = 190;
    private static final int MOST_NAME = 60;

    private final BulkRunViewModel run;
    private final Consumer<BulkRow> onForce;
    private final VBox content = new VBox(10);
    private Subscription following = () -> {};

    /// @param onForce runs for a row whose process somebody wants killed now
    RowPane(BulkRunViewModel run, Consumer<BulkRow> onForce) {
        this.run = run;
        this.onForce = onForce;
        setId("bulk-row");
        getStyleClass().addAll("page-scroll", "bulk-row");
        content.getStyleClass().add("bulk-row-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        show(null);
    }

    void show(@Nullable BulkRow row) {
        leave();
        setVisible(row != null);
        setManaged(row != null);
        if (row != null) {
            var name = new Label(SafeText.of(row.collector(), MOST_NAME));
            name.getStyleClass().add("strong");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var head = new HBox(8, name, gap, check(row), force(row));
            head.getStyleClass().add("call-standing");
            content.getChildren().setAll(head, text(row), phases(row));
        }
    }

    /// Follows no row any more.
    void leave() {
        following.unsubscribe();
        following = () -> {};
    }

    private static Node text(BulkRow row) {
        var text = new Label();
        text.setId("bulk-row-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(row.textProperty());
        return text;
    }

    private Node phases(BulkRow row) {
        var lines = new VBox(6);
        lines.getStyleClass().add("shutdown-track");
        var told =
                row.stateProperty()
                        .subscribe(
                                _ ->
                                        row.shutdown()
                                                .filter(_ -> lines.getUserData() == null)
                                                .ifPresent(
                                                        shutdown -> {
                                                            lines.setUserData(shutdown);
                                                            following =
                                                                    Subscription.combine(
                                                                            following,
                                                                            shutdown.linesProperty()
                                                                                    .subscribe(
                                                                                            now ->
                                                                                                    show(
                                                                                                            lines,
                                                                                                            now)));
                                                        }));
        following = Subscription.combine(following, told);
        return lines;
    }

    private static void show(VBox box, List<ProgressLine> lines) {
        box.getChildren().setAll(lines.stream().map(ProgressRow::new).toList());
    }

    private Node check(BulkRow row) {
        var check = new CheckButton("bulk-row-check", () -> run.findOut(row));
        check.getStyleClass().add("small");
        check.setMinWidth(Region.USE_PREF_SIZE);
        row.operation().ifPresent(check::about);
        return check;
    }

    private Node force(BulkRow row) {
        var force = new Button(Messages.text("shutdown.forceNow"));
        force.setId("bulk-row-force");
        force.getStyleClass().addAll("small", "danger");
        force.setMinWidth(Region.USE_PREF_SIZE);
        force.setAccessibleText(Messages.text("action.one.ForceShutdown", row.collector()));
        force.setOnAction(_ -> onForce.accept(row));
        force.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        run.canBeForced()
                                                && row.stateProperty().get() == RowState.RUNNING,
                                row.stateProperty()));
        force.managedProperty().bind(force.visibleProperty());
        return force;
    }
}
