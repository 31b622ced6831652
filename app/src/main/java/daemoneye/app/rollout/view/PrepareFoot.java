package daemoneye.app.rollout.view;

import daemoneye.app.config.view.Parts;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.view.ConfirmButton;
import daemoneye.app.rollout.RolloutDialogViewModel;
import daemoneye.app.rollout.RolloutDialogViewModel.Stage;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// The lower edge of the preparation: the way out, what is missing, the next step. FX thread.
final class PrepareFoot extends HBox {
    private final RolloutDialogViewModel dialog;
    private final Watching watching;
    private final Button close;
    private final Label words = Parts.label("", "muted", "small");

    PrepareFoot(RolloutDialogViewModel dialog, Runnable onClose, Watching watching) {
        this.dialog = dialog;
        this.watching = watching;
        getStyleClass().add("dialog-foot");
        setAlignment(Pos.CENTER_LEFT);
        close = Parts.button("rollout-close", "config.close", onClose);
        words.setId("rollout-foot");
        words.setMinWidth(0);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(close, words);
        watching.add(dialog.stageProperty().subscribe(this::rebuild));
        watching.add(() -> words.textProperty().unbind());
    }

    private void rebuild(Stage stage) {
        words.textProperty().unbind();
        close.setText(Messages.text("config.close"));
        replace(
                switch (stage) {
                    case Stage.Editing() -> editing();
                    case Stage.Planning(var plan, var confirm) -> planning(plan, confirm);
                    case Stage.HeldBack(_, var call) -> {
                        words.textProperty().bind(call.textProperty());
                        close.setText(Messages.text("config.run.keepGoing"));
                        yield List.of(
                                Parts.button(
                                        "rollout-take-back",
                                        "config.takeBack",
                                        dialog::takeBack,
                                        "accent"));
                    }
                });
    }

    // The way out stays where it is, and takes the focus of a button that goes.
    private void replace(List<Node> children) {
        var rest = getChildren().subList(2, getChildren().size());
        boolean orphaned = rest.stream().anyMatch(Node::isFocusWithin);
        rest.clear();
        getChildren().addAll(children);
        if (orphaned) {
            close.requestFocus();
        }
    }

    private List<Node> editing() {
        words.textProperty().bind(dialog.hintProperty());
        var next = Parts.button("rollout-next", "rollout.next", dialog::plan, "accent");
        next.textProperty()
                .bind(
                        dialog.hintProperty()
                                .map(
                                        _ ->
                                                Messages.text(
                                                        "rollout.next",
                                                        dialog.reference().count())));
        next.disableProperty().bind(dialog.hintProperty().map(_ -> !dialog.isReady()));
        return List.of(next);
    }

    private List<Node> planning(RolloutPlan plan, ConfirmViewModel confirm) {
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> inTheWay(confirm),
                                confirm.troubleProperty(),
                                confirm.missingProperty()));
        var back = Parts.button("rollout-back", "rollout.back", dialog::backToEditing);
        var again = Parts.button("rollout-dry-run", "rollout.plan.again", plan::check);
        var begin = new ConfirmButton(confirm, watching);
        begin.callIt(
                Bindings.createStringBinding(
                        () -> Messages.text("rollout.start", plan.chosen().size()),
                        plan.revisionProperty()));
        begin.setMinWidth(Region.USE_PREF_SIZE);
        return List.of(back, again, begin);
    }

    private static String inTheWay(ConfirmViewModel confirm) {
        var trouble = confirm.troubleProperty().get();
        return trouble.isEmpty() ? confirm.missingProperty().get() : trouble;
    }

    Button close() {
        return close;
    }
}
