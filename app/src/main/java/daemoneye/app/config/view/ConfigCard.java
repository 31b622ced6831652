package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.ConfigDialogViewModel.Stage;
import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.diff.view.DiffTools;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.exchange.ConfigFile;
import daemoneye.app.config.exchange.ConfigFiles;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The configuration dialog: head, places, one of them, foot. FX thread.
final class ConfigCard extends VBox {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 820;

    private final ConfigDialogViewModel dialog;
    private final ConfigFiles files;
    private final Watching watching;
    private final StackPane body = new StackPane();
    private final Map<Place, ToggleButton> tabs = new EnumMap<>(Place.class);
    private final Map<Place, Node> panes = new EnumMap<>(Place.class);
    private final Map<ApplyViewModel, Node> runs = new HashMap<>();
    private final HBox tools = new HBox(8);
    private final Label file = new Label();
    private final DiffTools reviewTools;
    private final DiffTools historyTools;
    private final ConfigFoot foot;

    ConfigCard(
            ConfigDialogViewModel dialog, ConfigFiles files, Runnable onClose, Watching watching) {
        this.dialog = dialog;
        this.files = files;
        this.watching = watching;
        getStyleClass().addAll("dialog-card", "config-card");
        setPrefSize(WIDTH, HEIGHT);
        setMaxWidth(WIDTH);
        setMinSize(0, 0);
        reviewTools = new DiffTools(dialog.diff(), "config-diff");
        historyTools = new DiffTools(dialog.history().diff(), "history-diff");
        foot = new ConfigFoot(dialog, onClose, watching);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), banners(), places(), body, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        watching.add(dialog.draftProperty().subscribe(_ -> panes.clear()));
        watching.add(dialog.draftProperty().subscribe(this::show));
        watching.add(dialog.stageProperty().subscribe(this::show));
        watching.add(dialog.placeProperty().subscribe(this::show));
        watching.add(dialog.runProperty().subscribe(this::show));
        show();
        // The scene outlives it.
        watching.add(sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::follow));
    }

    private Node head() {
        var title = Parts.label(Messages.text("config.title", dialog.collector()), "title-card");
        title.setMinWidth(0);
        var about = Parts.label("", "muted", "small");
        about.setId("config-about");
        about.setMinWidth(0);
        about.textProperty().bind(dialog.words().aboutProperty());
        var head = new VBox(title, about);
        head.getStyleClass().add("dialog-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node banners() {
        var words = dialog.words();
        var box =
                new VBox(
                        8,
                        Parts.banner("config-hindrance", words.hindranceProperty(), "warn"),
                        Parts.banner(
                                "config-dropped",
                                words.droppedProperty(),
                                "note",
                                Parts.button(
                                        "config-undo-drop",
                                        "config.dropped.undo",
                                        dialog::undoDrop,
                                        "small")),
                        Parts.banner("config-trouble", words.troubleProperty(), "bad", again()),
                        Parts.banner("config-warning", words.warningProperty(), "warn"),
                        Parts.banner(
                                "config-elsewhere",
                                words.elsewhereProperty(),
                                "warn",
                                Parts.button(
                                        "config-theirs",
                                        "config.takeTheirs",
                                        dialog::takeTheirs,
                                        "small"),
                                Parts.button(
                                        "config-mine",
                                        "config.keepMine",
                                        dialog::keepMine,
                                        "small")));
        box.getStyleClass().add("config-banners");
        box.setMinHeight(Region.USE_PREF_SIZE);
        var any =
                words.hindranceProperty()
                        .isNotEmpty()
                        .or(words.droppedProperty().isNotEmpty())
                        .or(words.troubleProperty().isNotEmpty())
                        .or(words.warningProperty().isNotEmpty())
                        .or(words.elsewhereProperty().isNotEmpty());
        box.visibleProperty().bind(any);
        box.managedProperty().bind(any);
        return box;
    }

    private Button again() {
        var again = Parts.button("config-again", "config.readAgain", dialog::read, "small");
        again.visibleProperty().bind(dialog.stageProperty().isEqualTo(Stage.EDITING));
        again.managedProperty().bind(again.visibleProperty());
        return again;
    }

    private Node places() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var place : Place.values()) {
            var key = place.name().toLowerCase(Locale.ROOT);
            var tab = new ToggleButton(Messages.text("config.place." + key));
            tab.setId("config-tab-" + key);
            tab.getStyleClass().add("config-tab");
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(_ -> turnTo(place));
            tabs.put(place, tab);
            row.getChildren().add(tab);
        }
        file.setId("config-file");
        file.getStyleClass().addAll("muted", "small");
        file.setMinWidth(0);
        tools.getStyleClass().add("tool-row");
        row.getChildren().addAll(Parts.gap(), file, tools);
        row.setSpacing(4);
        row.getStyleClass().add("config-tabs");
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> dialog.stageProperty().get() == Stage.EDITING,
                                dialog.stageProperty()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private ToggleButton tab(Place place) {
        return Objects.requireNonNull(tabs.get(place));
    }

    private void turnTo(Place place) {
        tab(place).setSelected(true);
        dialog.placeProperty().set(place);
    }

    private void show() {
        var place = dialog.placeProperty().get();
        tabs.values().forEach(each -> each.setSelected(false));
        tab(place).setSelected(true);
        file.setText("");
        tools.getChildren()
                .setAll(
                        switch (place) {
                            case FORM, TEXT -> List.of(importing(), exporting());
                            case REVIEW -> List.of(reviewTools);
                            case HISTORY -> List.of(historyTools, exporting());
                        });
        body.getChildren()
                .setAll(
                        switch (dialog.stageProperty().get()) {
                            case LOADING -> List.of(waiting());
                            case UNREADABLE -> List.of();
                            case EDITING ->
                                    dialog.draftProperty().get().map(this::pane).stream().toList();
                            case HELD_BACK -> List.of(panes.getOrDefault(place, waiting()));
                            case RUNNING ->
                                    dialog.runProperty().get().map(this::pane).stream().toList();
                        });
        boolean few =
                dialog.stageProperty().get() == Stage.UNREADABLE
                        || dialog.stageProperty().get() == Stage.RUNNING;
        setPrefHeight(few ? Region.USE_COMPUTED_SIZE : HEIGHT);
        body.setDisable(dialog.stageProperty().get() == Stage.HELD_BACK);
    }

    private static Label waiting() {
        return Parts.label(Messages.text("config.loading"), "muted");
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
                                            dialog::dropText,
                                            watching);
                            case TEXT -> new TextPane(draft, watching);
                            case REVIEW -> new ReviewPane(dialog, watching);
                            case HISTORY -> new HistoryPane(dialog, watching);
                        });
    }

    // One for each run: the place changes and the window comes back while it is under way.
    private Node pane(ApplyViewModel run) {
        return runs.computeIfAbsent(run, each -> new RunPane(each, watching));
    }

    private Button importing() {
        var button = Parts.button("config-import", "config.import", this::take, "small");
        button.setAccessibleText(Messages.text("config.import.name"));
        return button;
    }

    private Button exporting() {
        var button = Parts.button("config-export", "config.export", this::save, "small");
        button.setAccessibleText(Messages.text("config.export.name"));
        return button;
    }

    private void take() {
        files.open().ifPresent(this::take);
    }

    private void take(Path from) {
        switch (ConfigFile.read(from)) {
            case ConfigFile.Trouble(var sentence) -> file.setText(sentence);
            case ConfigFile.Content(var text) -> {
                dialog.take(text);
                file.setText(Messages.text("config.file.taken", ConfigFile.name(from)));
            }
        }
    }

    private void save() {
        if (dialog.placeProperty().get() == Place.HISTORY) {
            dialog.history().export(this::save);
            return;
        }
        var draft = dialog.draftProperty().get();
        draft.flatMap(DraftViewModel::fault)
                .ifPresentOrElse(
                        fault -> file.setText(Messages.text("config.file.unsound", fault)),
                        () -> draft.ifPresent(each -> save(each.maskedText())));
    }

    private void save(String text) {
        files.save(dialog.collector() + ".json")
                .ifPresent(
                        to ->
                                file.setText(
                                        ConfigFile.write(to, text)
                                                .orElseGet(
                                                        () ->
                                                                Messages.text(
                                                                        "config.file.saved",
                                                                        to.toString()))));
    }

    private void key(KeyEvent key) {
        boolean editing = foot.isEditing();
        if (editing && key.getCode() == KeyCode.TAB && key.isControlDown()) {
            int step = key.isShiftDown() ? -1 : 1;
            var places = List.of(Place.values());
            int next = places.indexOf(dialog.placeProperty().get()) + step;
            dialog.placeProperty().set(places.get(Math.floorMod(next, places.size())));
            tab(dialog.placeProperty().get()).requestFocus();
            key.consume();
        } else if (editing && walk(key)) {
            key.consume();
        }
    }

    private boolean walk(KeyEvent key) {
        return switch (dialog.placeProperty().get()) {
            case REVIEW -> reviewTools.key(key);
            case HISTORY -> historyTools.key(key);
            case FORM, TEXT -> false;
        };
    }

    private void follow(@org.jspecify.annotations.Nullable Node owner) {
        if (owner != null && panes.get(Place.FORM) instanceof FormPane form) {
            form.follow(owner);
        }
    }

    Button wayOut() {
        return foot.close();
    }
}
