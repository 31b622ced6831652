package daemoneye.app.guard.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.text.Messages;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// One question: what is to be done, what it does, what is lost, what has to be filled in. FX
/// thread.
final class QuestionCard extends VBox {
    private static final double WIDTH = 560;
    private static final int NAMES = 60;

    private final Label title = new Label();
    private final Label effect = new Label();
    private final ImpactList impact = new ImpactList();
    private final FlowPane targets = new FlowPane(4, 4);
    private final Label order = new Label();
    private final Label trouble = new Label();
    private final ConfirmFoot foot;

    /// @param watching ends when it is shown no more
    QuestionCard(ConfirmViewModel model, Runnable onCancel, Watching watching) {
        getStyleClass().addAll("dialog-card");
        foot = new ConfirmFoot(model, onCancel, watching);
        title.getStyleClass().add("title-card");
        effect.getStyleClass().add("muted");
        wrap(title);
        wrap(effect);
        wrap(trouble);
        trouble.getStyleClass().addAll("banner", "bad");
        trouble.setId("ask-trouble");
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        order.getStyleClass().add("section-label");
        var head = new VBox(title, effect);
        head.getStyleClass().add("dialog-head");
        var inner =
                new VBox(16, trouble, order, targets, impact, new ConfirmFields(model, watching));
        inner.getStyleClass().add("dialog-body");
        var scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFocusTraversable(false);
        // Its own guess does not see that sentences wrap.
        scroll.prefViewportHeightProperty().bind(inner.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, foot);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefHeight(Region.USE_COMPUTED_SIZE);
        watching.add(model.questionProperty().subscribe(this::show));
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void show(Ask.Question asked) {
        var stakes = asked.stakes();
        title.setText(Messages.text("guard.title", stakes.intent().title()));
        effect.setText(stakes.effect());
        impact.show(stakes.impact());
        var ids = stakes.intent().targets();
        targets.getChildren().setAll(ids.size() > 1 ? names(ids) : List.of());
        order.setText(Messages.text("guard.order"));
        order.setVisible(ids.size() > 1);
        order.setManaged(ids.size() > 1);
        targets.setVisible(ids.size() > 1);
        targets.setManaged(ids.size() > 1);
    }

    private static List<Label> names(List<String> ids) {
        var shown = new java.util.ArrayList<Label>();
        ids.stream().limit(NAMES).forEach(id -> shown.add(name(id)));
        if (ids.size() > NAMES) {
            shown.add(name(Messages.text("guard.more", ids.size() - NAMES)));
        }
        return shown;
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().add("target-chip");
        return label;
    }

    ConfirmFoot foot() {
        return foot;
    }
}
