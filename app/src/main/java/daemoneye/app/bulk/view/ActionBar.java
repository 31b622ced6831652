package daemoneye.app.bulk.view;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// What can be done to the chosen rows, each button with the number it would act on. Shown from two
/// rows on. FX thread.
public final class ActionBar extends FlowPane {
    private static final int FROM = 2;

    private final BiConsumer<CollectorAction, List<String>> act;
    private final ReadOnlyStringProperty locked;
    private final Label chosen = new Label();
    private final Label why = new Label(Messages.text("bulk.oneType"));
    private final Map<CollectorAction, Button> buttons = new EnumMap<>(CollectorAction.class);
    private List<CollectorRowViewModel> rows = List.of();

    /// @param act given the action and the ids it shall act on
    /// @param locked why nothing may be changed; empty text if it may
    public ActionBar(
            BiConsumer<CollectorAction, List<String>> act,
            ReadOnlyStringProperty locked,
            Runnable onClear) {
        super(8, 8);
        this.act = act;
        this.locked = locked;
        setId("action-bar");
        getStyleClass().add("action-bar");
        setRowValignment(javafx.geometry.VPos.CENTER);
        chosen.getStyleClass().add("strong");
        var reason = new Label();
        reason.setId("bulk-locked");
        reason.getStyleClass().addAll("muted", "small");
        reason.textProperty().bind(locked);
        reason.visibleProperty().bind(locked.isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        getChildren().addAll(chosen, reason);
        for (var action : CollectorAction.values()) {
            if (action.forSeveral()) {
                var button = button(action);
                buttons.put(action, button);
                getChildren().add(button);
            }
        }
        why.setId("bulk-one-type");
        why.getStyleClass().addAll("muted", "small");
        getChildren().add(why);
        var clear = new Button(Messages.text("bulk.clear"));
        clear.setId("bulk-clear");
        clear.getStyleClass().addAll("quiet", "small");
        clear.setOnAction(_ -> onClear.run());
        getChildren().add(clear);
        show(List.of());
    }

    private Button button(CollectorAction action) {
        var button = new Button();
        button.setId("bulk-" + action.key());
        button.getStyleClass().add("small");
        if (action.looksDangerous()) {
            button.getStyleClass().add("danger");
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.accept(action, fitting(action)));
        if (action.isHeldBackByLock()) {
            button.disableProperty().bind(locked.isNotEmpty());
        }
        return button;
    }

    /// The rows that are chosen now.
    public void show(List<CollectorRowViewModel> newRows) {
        rows = List.copyOf(newRows);
        boolean wanted = rows.size() >= FROM;
        setVisible(wanted);
        setManaged(wanted);
        chosen.setText(Messages.text("bulk.chosen", rows.size()));
        buttons.forEach(
                (action, button) -> {
                    int count = fitting(action).size();
                    button.setText(
                            action.asksFirst()
                                    ? Messages.text("action.asks", action.title(count))
                                    : action.title(count));
                    button.setVisible(count > 0);
                    button.setManaged(count > 0);
                });
        judgeTypes();
    }

    // The same change makes sense for those only that have the same settings.
    private void judgeTypes() {
        var configure = buttons.get(CollectorAction.CONFIGURE);
        boolean mixed = rows.stream().map(CollectorRowViewModel::type).distinct().count() > 1;
        if (configure != null) {
            configure.setDisable(mixed);
            configure.setAccessibleHelp(mixed ? why.getText() : "");
        }
        why.setVisible(mixed);
        why.setManaged(mixed);
    }

    private List<String> fitting(CollectorAction action) {
        return rows.stream()
                .filter(row -> action.fits(row.standing()))
                .map(CollectorRowViewModel::id)
                .toList();
    }
}
