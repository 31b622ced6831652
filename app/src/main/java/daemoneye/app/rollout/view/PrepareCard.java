package daemoneye.app.rollout.view;

import daemoneye.app.config.diff.view.DiffPane;
import daemoneye.app.config.diff.view.DiffTools;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.view.FormPane;
import daemoneye.app.config.view.Parts;
import daemoneye.app.config.view.TextPane;
import daemoneye.app.fx.Watching;
import daemoneye.app.rollout.RolloutDialogViewModel;
import daemoneye.app.rollout.RolloutDialogViewModel.Place;
import daemoneye.app.rollout.RolloutDialogViewModel.Stage;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The dialog for the same change to several collectors: the form of one of them, then what it
/// would
/// do to each. FX thread.
final class PrepareCard extends VBox {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 820;

    private final RolloutDialogViewModel dialog;
    private final Watching watching;
    private final StackPane body = new StackPane();
    private final Map<Place, ToggleButton> tabs = new EnumMap<>(Place.class);
    private final Map<Place, Node> panes = new EnumMap<>(Place.class);
    private final Map<RolloutPlan, PlanPane> plans = new java.util.HashMap<>();
    private final DiffTools diffTools;
    private final PrepareFoot foot;

    PrepareCard(RolloutDialogViewModel dialog, Runnable onClose, Watching watching) {
        this.dialog = dialog;
        this.watching = watching;
        getStyleClass().addAll("dialog-card", "config-card");
        setPrefSize(WIDTH, HEIGHT);
        setMaxWidth(WIDTH);
        setMinSize(0, 0);
        diffTools = new DiffTools(dialog.reference().diff(), "rollout-diff");
        foot = new PrepareFoot(dialog, onClose, watching);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), trouble(), places(), body, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        watching.add(dialog.reference().draftProperty().subscribe(_ -> panes.clear()));
        watching.add(dialog.reference().draftProperty().subscribe(this::show));
        watching.add(dialog.stageProperty().subscribe(this::show));
        watching.add(dialog.placeProperty().subscribe(this::show));
        show();
        watching.add(sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::follow));
    }

    private Node head() {
        var title =
                Parts.label(Messages.text("rollout.title", dialog.targets().size()), "title-card");
        var name = Parts.label(Messages.text("rollout.reference"), "muted", "small");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var choice = new ComboBox<String>();
        choice.setId("rollout-reference");
        choice.setAccessibleText(Messages.text("rollout.reference.name"));
        choice.getItems().setAll(dialog.targets());
        choice.valueProperty().bindBidirectional(dialog.reference().collectorProperty());
        watching.add(
                () ->
                        choice.valueProperty()
                                .unbindBidirectional(dialog.reference().collectorProperty()));
        watching.add(
                dialog.stageProperty()
                        .subscribe(now -> choice.setDisable(!(now instanceof Stage.Editing))));
        var about = Parts.label("", "muted", "small");
        about.setId("rollout-about");
        about.setMinWidth(0);
        about.textProperty().bind(dialog.reference().aboutProperty());
        var line = new HBox(8, name, choice, about);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var head = new VBox(6, title, line);
        head.getStyleClass().add("dialog-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node trouble() {
        return Parts.banner(
                "rollout-trouble",
                dialog.reference().troubleProperty(),
                "bad",
                Parts.button(
                        "rollout-read",
                        "config.readAgain",
                        () -> dialog.reference().read(),
                        "small"));
    }

    private Node places() {
        var group = new ToggleGroup();
        var row = new HBox(4);
        for (var place : Place.values()) {
            var key = place.name().toLowerCase(Locale.ROOT);
            var tab =
                    new ToggleButton(
                            Messages.text(
                                    switch (place) {
                                        case FORM, TEXT -> "config.place." + key;
                                        case DIFF -> "rollout.place.diff";
                                    }));
            tab.setId("rollout-tab-" + key);
            tab.getStyleClass().add("config-tab");
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(_ -> turnTo(place));
            tabs.put(place, tab);
            row.getChildren().add(tab);
        }
        row.getChildren().addAll(Parts.gap(), diffTools);
        row.getStyleClass().add("config-tabs");
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.visibleProperty().bind(dialog.stageProperty().map(Stage.Editing.class::isInstance));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void turnTo(Place place) {
        tab(place).setSelected(true);
        dialog.placeProperty().set(place);
    }

    private ToggleButton tab(Place place) {
        return Objects.requireNonNull(tabs.get(place));
    }

    private void show() {
        var place = dialog.placeProperty().get();
        tabs.values().forEach(each -> each.setSelected(false));
        tab(place).setSelected(true);
        diffTools.setVisible(place == Place.DIFF);
        body.getChildren()
                .setAll(
                        switch (dialog.stageProperty().get()) {
                            case Stage.Editing() -> editing();
                            case Stage.Planning(var plan, var confirm) ->
                                    List.of(pane(plan).ask(confirm));
                            case Stage.HeldBack(var plan, _) -> List.of(pane(plan));
                        });
        body.setDisable(dialog.stageProperty().get() instanceof Stage.HeldBack);
    }

    private List<Node> editing() {
        return dialog.reference().draftProperty().get().map(this::pane).stream().toList();
    }

    private PlanPane pane(RolloutPlan plan) {
        return plans.computeIfAbsent(plan, each -> new PlanPane(dialog, each, watching));
    }

    private Node pane(DraftViewModel draft) {
        return panes.computeIfAbsent(
                dialog.placeProperty().get(),
                place ->
                        switch (place) {
                            case FORM ->
                                    new FormPane(
                                            draft,
                                            () -> turnTo(Place.TEXT),
                                            draft::dropText,
                                            watching);
                            case TEXT -> new TextPane(draft, watching);
                            case DIFF ->
                                    new DiffPane(
                                            dialog.reference().diff(),
                                            "rollout-diff",
                                            Messages.text("config.diff.running"),
                                            Messages.text("config.diff.yours"),
                                            watching);
                        });
    }

    private void key(KeyEvent key) {
        if (!(dialog.stageProperty().get() instanceof Stage.Editing)) {
            return;
        }
        if (key.getCode() == KeyCode.TAB && key.isControlDown()) {
            var places = List.of(Place.values());
            int step = key.isShiftDown() ? -1 : 1;
            int next = places.indexOf(dialog.placeProperty().get()) + step;
            turnTo(places.get(Math.floorMod(next, places.size())));
            tab(dialog.placeProperty().get()).requestFocus();
            key.consume();
        } else if (dialog.placeProperty().get() == Place.DIFF && diffTools.key(key)) {
            key.consume();
        }
    }

    private void follow(@Nullable Node owner) {
        if (owner != null && panes.get(Place.FORM) instanceof FormPane form) {
            form.follow(owner);
        }
    }

    Button wayOut() {
        return foot.close();
    }
}
