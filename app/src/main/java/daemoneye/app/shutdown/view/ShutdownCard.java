package daemoneye.app.shutdown.view;

import daemoneye.app.calls.view.CheckButton;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.view.ConfirmFoot;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.shutdown.ShutdownDialogViewModel;
import daemoneye.app.shutdown.ShutdownDialogViewModel.Stage;
import daemoneye.app.shutdown.ShutdownForm;
import daemoneye.app.shutdown.ShutdownRun;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The shutdown dialog: choice at the left, progress at the right, and below what can be done at
/// each stage. FX thread.
final class ShutdownCard extends VBox {
    private static final double WIDTH = 900;
    private static final double COLUMNS = 400;

    private final ShutdownDialogViewModel model;
    private final Overlays overlays;
    private final Watching watching;
    private final Runnable onClose;
    private final StackPane left = new StackPane();
    private final StackPane foot = new StackPane();
    private final Button close = new Button();
    private Node wayOut = close;

    /// @param watching ends when it is shown no more: a shutdown goes on without it
    ShutdownCard(
            ShutdownDialogViewModel model, Overlays overlays, Runnable onClose, Watching watching) {
        this.model = model;
        this.watching = watching;
        this.overlays = overlays;
        this.onClose = onClose;
        getStyleClass().addAll("dialog-card", "shutdown-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var columns = new HBox(scrolled(left), scrolled(new ShutdownTrack(model, watching)));
        HBox.setHgrow(columns.getChildren().getFirst(), Priority.ALWAYS);
        HBox.setHgrow(columns.getChildren().getLast(), Priority.ALWAYS);
        columns.setPrefHeight(COLUMNS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(head(), columns, foot);
        close.setId("shutdown-close");
        close.setOnAction(_ -> onClose.run());
        watching.add(model.formProperty().subscribe(this::showForm));
        watching.add(model.stageProperty().subscribe(this::showFoot));
    }

    private Node head() {
        var title = new Label(Messages.text("shutdown.title", model.collector()));
        title.getStyleClass().add("title-card");
        var about = new Label();
        about.getStyleClass().add("muted");
        about.textProperty().bind(model.aboutProperty());
        var head = new VBox(title, about);
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private static ScrollPane scrolled(Node inner) {
        var scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFocusTraversable(false);
        scroll.setPrefWidth(WIDTH / 2);
        scroll.setMinWidth(WIDTH / 2);
        return scroll;
    }

    private void showForm(ShutdownForm form) {
        var impact = new ImpactList();
        watching.add(model.impactProperty().subscribe(impact::show));
        var fields = new ShutdownFields(form, model.refusalProperty(), watching);
        fields.getChildren().add(impact);
        left.getChildren().setAll(fields);
        showFoot(model.stageProperty().get());
    }

    private void showFoot(Stage stage) {
        left.setDisable(stage != Stage.FORM);
        switch (stage) {
            case FORM -> {
                var confirm =
                        new ConfirmFoot(model.formProperty().get().confirm(), onClose, watching);
                show(confirm, confirm.cancel());
            }
            case HELD_BACK -> {
                var take = new Button(Messages.text("shutdown.takeBack"));
                take.setId("shutdown-take-back");
                take.setOnAction(_ -> model.takeBack());
                var text = new Label();
                model.waitingProperty()
                        .get()
                        .ifPresent(call -> text.textProperty().bind(call.textProperty()));
                text.getStyleClass().add("muted");
                show(foot(take, text, gap()), take);
            }
            case RUNNING -> {
                close.setText(Messages.text("shutdown.keepGoing"));
                show(foot(close, gap(), force()), close);
            }
            case OVER -> {
                close.setText(Messages.text("shutdown.close"));
                show(foot(close, gap(), check(), again()), close);
            }
        }
    }

    private Button force() {
        var force = new Button(Messages.text("shutdown.forceNow"));
        force.setId("shutdown-force");
        force.getStyleClass().add("danger");
        force.setAccessibleText(Messages.text("action.one.ForceShutdown", model.collector()));
        force.setOnAction(_ -> model.forceNow());
        return force;
    }

    private Node check() {
        var check = new CheckButton("shutdown-check", model::findOut);
        model.runProperty().get().flatMap(ShutdownRun::operation).ifPresent(check::about);
        return check;
    }

    private Node again() {
        var again = new Button(Messages.text("shutdown.again"));
        again.setId("shutdown-again");
        again.setOnAction(_ -> model.again());
        again.managedProperty().bind(again.visibleProperty());
        model.runProperty()
                .get()
                .ifPresent(run -> again.visibleProperty().bind(run.nothingHappenedProperty()));
        return again;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox foot(Node... nodes) {
        var box = new HBox(nodes);
        box.getStyleClass().add("dialog-foot");
        return box;
    }

    private void show(Node newFoot, Node first) {
        foot.getChildren().setAll(newFoot);
        wayOut = first;
        if (getScene() != null) {
            applyCss();
            layout();
            first.requestFocus();
            keepAway();
        }
    }

    Node wayOut() {
        return wayOut;
    }

    void keepAway() {
        if (foot.getChildren().getFirst() instanceof ConfirmFoot confirm) {
            confirm.keepAwayFrom(overlays);
        }
    }
}
