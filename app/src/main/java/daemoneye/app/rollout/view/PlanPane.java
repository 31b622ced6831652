package daemoneye.app.rollout.view;

import daemoneye.app.config.view.Parts;
import daemoneye.app.controls.Segments;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.view.ConfirmFields;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.rollout.KeepTime;
import daemoneye.app.rollout.RolloutDialogViewModel;
import daemoneye.app.rollout.plan.PlanStand;
import daemoneye.app.rollout.plan.PlanTarget;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.rollout.plan.RolloutWaves;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// What the change would do to each, and how it shall be done. FX thread.
final class PlanPane extends HBox {
    private static final double TERMS = 400;

    private final RolloutDialogViewModel dialog;
    private final RolloutPlan plan;
    private final List<PlanBlock> blocks = new ArrayList<>();
    private final VBox asked = new VBox();
    private final ImpactList impact = new ImpactList();
    private final Button leaveOut;
    private Watching asking = new Watching();

    PlanPane(RolloutDialogViewModel dialog, RolloutPlan plan, Watching watching) {
        this.dialog = dialog;
        this.plan = plan;
        getStyleClass().addAll("config-pane", "rollout-plan");
        leaveOut =
                Parts.button(
                        "rollout-leave-out",
                        "rollout.plan.leaveOut",
                        plan::leaveOutBlocked,
                        "small");
        var list = new VBox();
        for (var target : plan.targets()) {
            var block = new PlanBlock(target, watching);
            blocks.add(block);
            list.getChildren().add(block);
        }
        var title = Parts.label(Messages.text("rollout.plan.title"), "section-label");
        var head = new HBox(8, title, Parts.gap(), leaveOut);
        head.getStyleClass().add("rollout-plan-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        var left = new VBox(head, scrolled(list));
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, terms());
        watching.add(plan.revisionProperty().subscribe(_ -> refresh()));
        watching.add(() -> asking.end());
    }

    private static ScrollPane scrolled(Node inner) {
        var scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        scroll.setAccessibleText(Messages.text("rollout.plan.list"));
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node terms() {
        var restart = new CheckBox(Messages.text("config.restart"));
        restart.setId("rollout-restart");
        restart.selectedProperty().bindBidirectional(dialog.restartProperty());
        var keep =
                new Segments<>(
                                "rollout-keep",
                                List.of(KeepTime.values()),
                                dialog.keepTimeProperty(),
                                KeepTime::label)
                        .named(Messages.text("rollout.keep.name"));
        var help = Parts.label(Messages.text("rollout.keep.help"), "muted", "small");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        var terms =
                new VBox(
                        16,
                        impact,
                        restart,
                        new VBox(
                                6,
                                Parts.label(Messages.text("rollout.keep"), "section-label"),
                                keep,
                                help),
                        asked);
        terms.getStyleClass().add("rollout-terms");
        var scroll = scrolled(terms);
        scroll.setMinWidth(TERMS);
        scroll.setMaxWidth(TERMS);
        scroll.getStyleClass().add("rollout-terms-scroll");
        return scroll;
    }

    /// Shows what the guard asks.
    PlanPane ask(ConfirmViewModel confirm) {
        asking.end();
        asking = new Watching();
        asked.getChildren().setAll(new ConfirmFields(confirm, asking));
        asking.add(confirm.questionProperty().subscribe(now -> impact.show(now.stakes().impact())));
        return this;
    }

    private void refresh() {
        var chosen = plan.chosen().stream().map(PlanTarget::collector).toList();
        for (var block : blocks) {
            int place = chosen.indexOf(block.collector());
            block.refresh(place < 0 ? "" : wave(place));
        }
        boolean blocked =
                plan.targets().stream()
                        .anyMatch(
                                each ->
                                        each.includedProperty().get()
                                                && each.standProperty().get()
                                                        instanceof PlanStand.Blocked);
        leaveOut.setVisible(blocked);
    }

    private static String wave(int place) {
        int wave = RolloutWaves.at(place);
        return wave == 1
                ? Messages.text("rollout.plan.canary")
                : Messages.text("rollout.plan.wave", wave);
    }
}
