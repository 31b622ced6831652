package daemoneye.app.shutdown.view;

import daemoneye.app.bulk.Waves;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.view.ConfirmFoot;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.shutdown.ShutdownForm;
import daemoneye.app.shutdown.ShutdownSeveralViewModel;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// The dialog for the shutdown of several: choice at the left; at the right the waves, and what it
/// touches. FX thread.
final class SeveralCard extends VBox {
    private static final double WIDTH = 900;
    private static final double COLUMNS = 420;
    private static final int MOST_NAME = 60;

    /// Waves that are drawn; of those beyond only the number is said.
    private static final int MOST_WAVES = 12;

    private final ShutdownSeveralViewModel model;
    private final Overlays overlays;
    private final Watching watching;
    private final Runnable onClose;
    private final StackPane left = new StackPane();
    private final VBox waves = new VBox(10);
    private final StackPane foot = new StackPane();
    private ConfirmFoot confirm;

    /// @param watching ends when it is shown no more
    SeveralCard(
            ShutdownSeveralViewModel model,
            Overlays overlays,
            Runnable onClose,
            Watching watching) {
        this.model = model;
        this.watching = watching;
        this.overlays = overlays;
        this.onClose = onClose;
        this.confirm = new ConfirmFoot(model.formProperty().get().confirm(), onClose, watching);
        getStyleClass().addAll("dialog-card", "shutdown-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var impact = new ImpactList();
        watching.add(model.impactProperty().subscribe(impact::show));
        var order = new Label(Messages.text("guard.order"));
        order.getStyleClass().add("section-label");
        var right = new VBox(16, new VBox(8, order, waves), impact);
        right.getStyleClass().addAll("dialog-body", "shutdown-track");
        var columns = new HBox(scrolled(left), scrolled(right));
        columns.setPrefHeight(COLUMNS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(head(), columns, foot);
        watching.add(model.targetsProperty().subscribe(this::showWaves));
        watching.add(model.formProperty().subscribe(this::showForm));
    }

    private Node head() {
        var title = new Label();
        title.getStyleClass().add("title-card");
        title.textProperty().bind(model.titleProperty());
        var about = new Label(Messages.text("shutdown.several.about"));
        about.getStyleClass().add("muted");
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
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void showForm(ShutdownForm form) {
        left.getChildren().setAll(new ShutdownFields(form, model.refusalProperty(), watching));
        confirm = new ConfirmFoot(form.confirm(), onClose, watching);
        foot.getChildren().setAll(confirm);
        if (getScene() != null) {
            applyCss();
            layout();
            wayOut().requestFocus();
            keepAway();
        }
    }

    private void showWaves(List<String> targets) {
        waves.getChildren().clear();
        int count = Waves.count(targets.size());
        for (int wave = 1; wave <= Math.min(count, MOST_WAVES); wave++) {
            waves.getChildren().add(wave(wave, Waves.of(targets, wave)));
        }
        if (count > MOST_WAVES) {
            var more = new Label(Messages.text("shutdown.waves.more", count - MOST_WAVES));
            more.getStyleClass().addAll("muted", "small");
            waves.getChildren().add(more);
        }
    }

    private static Node wave(int number, List<String> targets) {
        var name = new Label(Messages.text("shutdown.wave", number));
        name.getStyleClass().addAll("muted", "small");
        name.setMinWidth(56);
        var chips = new FlowPane(4, 4);
        targets.forEach(id -> chips.getChildren().add(chip(id)));
        HBox.setHgrow(chips, Priority.ALWAYS);
        return new HBox(8, name, chips);
    }

    private static Label chip(String id) {
        var chip = new Label(SafeText.of(id, MOST_NAME));
        chip.getStyleClass().add("target-chip");
        chip.setMaxWidth(300);
        return chip;
    }

    Node wayOut() {
        return confirm.cancel();
    }

    void keepAway() {
        confirm.keepAwayFrom(overlays);
    }
}
