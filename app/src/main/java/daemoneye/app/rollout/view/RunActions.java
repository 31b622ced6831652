package daemoneye.app.rollout.view;

import daemoneye.app.config.view.Parts;
import daemoneye.app.fx.Watching;
import daemoneye.app.rollout.run.RolloutAction;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.rollout.run.RolloutState;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// What a person can do about a rollout. Each button has its place, so that a second press never
/// lands on another one. FX thread.
final class RunActions extends FlowPane {
    private final RolloutRun run;
    private final Supplier<Button> refuge;
    private final Map<RolloutAction, Button> buttons = new EnumMap<>(RolloutAction.class);
    private final Button check;

    /// @param refuge takes the focus of a button that dies
    RunActions(RolloutRun run, Supplier<Button> refuge, Watching watching) {
        super(8, 8);
        this.run = run;
        this.refuge = refuge;
        for (var action : RolloutAction.values()) {
            var button =
                    Parts.button(
                            "rollout-" + action.key(),
                            "rollout.action." + action.key(),
                            () -> run.act(action));
            buttons.put(action, button);
            getChildren().add(button);
        }
        check = Parts.button("rollout-check", "config.run.check", run::findOut);
        getChildren().add(check);
        watching.add(run.stateProperty().subscribe(_ -> show()));
        watching.add(run.summaryProperty().subscribe(_ -> show()));
    }

    private void show() {
        var possible = run.possible();
        boolean deciding = run.stateProperty().get() instanceof RolloutState.Deciding;
        buttons.forEach(
                (action, button) -> {
                    boolean was = button.isFocused();
                    button.setDisable(!possible.contains(action));
                    boolean forLater = action == RolloutAction.KEEP && !deciding;
                    button.setVisible(!forLater);
                    button.setManaged(!forLater);
                    button.getStyleClass().remove("accent");
                    if (was && button.isDisabled()) {
                        takeOver();
                    }
                });
        accent(deciding);
        name(deciding);
        boolean unknown = run.unknown() > 0;
        check.setVisible(unknown);
        check.setManaged(unknown);
        check.setDisable(!run.mayFindOut());
        setVisible(!run.isOver() || !possible.isEmpty() || unknown);
        setManaged(isVisible());
    }

    private void takeOver() {
        buttons.values().stream()
                .filter(each -> !each.isDisabled() && each.isVisible())
                .findFirst()
                .orElseGet(refuge)
                .requestFocus();
    }

    private void accent(boolean deciding) {
        var first = deciding ? RolloutAction.KEEP : RolloutAction.CONTINUE;
        var button = buttons.get(first);
        if (button != null && !button.isDisabled()) {
            button.getStyleClass().add("accent");
        }
    }

    private void name(boolean deciding) {
        var back = buttons.get(RolloutAction.ROLL_BACK);
        if (back != null) {
            var key = "rollout.action.roll_back";
            if (deciding) {
                key = "rollout.action.now";
            } else if (run.isOver()) {
                key = "rollout.action.rest";
            }
            back.setText(Messages.text(key));
        }
    }
}
