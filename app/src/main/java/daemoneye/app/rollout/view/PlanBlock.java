package daemoneye.app.rollout.view;

import daemoneye.app.config.KeyRow;
import daemoneye.app.config.view.Parts;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.fx.Watching;
import daemoneye.app.rollout.plan.PlanStand;
import daemoneye.app.rollout.plan.PlanTarget;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One target of the plan: whether it is among them, its verdict, and its changes. FX thread.
final class PlanBlock extends VBox {
    private static final int MOST_NAME = 60;
    private static final double KEY_WIDTH = 170;

    private final PlanTarget target;
    private final Label facts = Parts.label("", "muted", "small");
    private final HBox verdict = new HBox(6);
    private final VBox keys = new VBox(2);

    PlanBlock(PlanTarget target, Watching watching) {
        super(4);
        this.target = target;
        getStyleClass().add("rollout-block");
        var name = SafeText.of(target.collector(), MOST_NAME);
        var box = new CheckBox(name);
        box.setId("include-" + target.collector());
        box.getStyleClass().add("strong");
        box.setAccessibleText(Messages.text("rollout.plan.include", name));
        WholeText.of(box).setMinWidth(0);
        box.selectedProperty().bindBidirectional(target.includedProperty());
        watching.add(() -> box.selectedProperty().unbindBidirectional(target.includedProperty()));
        facts.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setAlignment(Pos.TOP_LEFT);
        keys.getStyleClass().add("rollout-keys");
        var head = new HBox(8, box, Parts.gap(), facts);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, verdict, keys);
    }

    String collector() {
        return target.collector();
    }

    /// @param wave in which it gets it; empty if it does not
    void refresh(String wave) {
        var stand = target.standProperty().get();
        verdict.getChildren().setAll(words(stand));
        facts.setText(facts(wave));
        boolean tells = target.includedProperty().get() && !(stand instanceof PlanStand.Nothing);
        keys.getChildren().setAll(target.keys().stream().map(PlanBlock::row).toList());
        keys.setVisible(tells && !target.keys().isEmpty());
        keys.setManaged(keys.isVisible());
    }

    private String facts(String wave) {
        var text = new StringBuilder();
        target.running()
                .ifPresent(
                        now ->
                                text.append(
                                        Messages.text(
                                                "rollout.plan.version",
                                                Long.toString(now.version()))));
        if (target.restarts()) {
            text.append(" \u00b7 ").append(Messages.text("rollout.plan.restarts"));
        }
        if (!wave.isEmpty()) {
            text.append(" \u00b7 ").append(wave);
        }
        return text.toString();
    }

    private Node[] words(PlanStand stand) {
        if (!target.includedProperty().get()) {
            return said(StateKind.STOPPED, Messages.text("rollout.plan.leftOut"));
        }
        return switch (stand) {
            case PlanStand.Asking() ->
                    said(StateKind.STARTING, Messages.text("rollout.plan.asked"));
            case PlanStand.Ready() -> said(StateKind.HEALTHY, Messages.text("rollout.plan.ready"));
            case PlanStand.Nothing() -> said(StateKind.STOPPED, Messages.text("rollout.plan.same"));
            case PlanStand.Blocked(var why) -> said(StateKind.FAILED, why);
        };
    }

    private static Node[] said(StateKind kind, String text) {
        var words = Parts.label(text, "state-text", kind.styleClass());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new Node[] {new StateMark(kind, 12), words};
    }

    private static Node row(KeyRow key) {
        var change = key.change();
        var name = WholeText.of(Parts.label(change.key(), "code", "small"));
        name.setMinWidth(KEY_WIDTH);
        name.setPrefWidth(KEY_WIDTH);
        var values =
                Parts.label(
                        Messages.text("rollout.plan.change", change.running(), change.yours()),
                        "code",
                        "small");
        values.setWrapText(true);
        values.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(values, Priority.ALWAYS);
        values.setMaxWidth(Double.MAX_VALUE);
        var effect = Parts.label(key.effect(), "muted", "small");
        effect.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, name, values, effect);
        if (!change.weaker().isEmpty()) {
            var weaker = Parts.label(change.weaker(), "mark-weaker");
            weaker.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(weaker);
        }
        if (key.kind() != StateKind.FAILED) {
            return row;
        }
        var why = Parts.label(key.verdict(), "state-text", "failed", "small");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(row, why);
    }
}
