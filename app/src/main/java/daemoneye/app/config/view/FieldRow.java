package daemoneye.app.config.view;

import daemoneye.app.config.draft.FieldViewModel;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One setting of the form: what it is, its field, what it may be, what is wrong, and the ways
/// back. FX thread.
final class FieldRow extends HBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double INPUT_WIDTH = 300;
    private static final double WAYS_WIDTH = 136;

    private final FieldViewModel model;
    private final Watching watching;
    private final Node input;

    FieldRow(FieldViewModel model, Watching watching) {
        super(16);
        this.model = model;
        this.watching = watching;
        getStyleClass().add("field-row");
        input = input();
        input.setId("field-" + model.name());
        input.setAccessibleText(
                Messages.text("config.field.name", model.name(), model.description()));
        getChildren().addAll(words(), middle(), ways());
        watching.add(
                model.changedProperty().subscribe(now -> pseudoClassStateChanged(CHANGED, now)));
        watching.add(
                model.errorProperty()
                        .subscribe(now -> pseudoClassStateChanged(WRONG, !now.isEmpty())));
    }

    private Node words() {
        var name = Parts.label(model.name(), "field-name");
        var mark =
                Parts.label(
                        Messages.text(
                                model.needsRestart() ? "config.mark.restart" : "config.mark.hot"),
                        model.needsRestart() ? "mark-restart" : "mark-hot");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        var changed = Parts.label(Messages.text("config.mark.changed"), "mark-changed");
        changed.setMinWidth(Region.USE_PREF_SIZE);
        changed.visibleProperty().bind(model.changedProperty());
        var head = new HBox(8, name, mark, changed);
        head.setAlignment(Pos.CENTER_LEFT);
        var about = Parts.label(model.description(), "muted", "small");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.setManaged(!model.description().isEmpty());
        var words = new VBox(2, head, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Node middle() {
        var unit = Parts.label(model.unit(), "muted", "small");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, input, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        var bounds = Parts.label(model.bounds(), "caption");
        bounds.setWrapText(true);
        bounds.setMinHeight(Region.USE_PREF_SIZE);
        var error = Parts.label("", "field-error");
        error.setId("error-" + model.name());
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        error.textProperty().bind(model.errorProperty());
        error.visibleProperty().bind(model.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        bounds.managedProperty().bind(bounds.textProperty().isNotEmpty());
        var middle = new VBox(4, line, error, bounds);
        middle.setMinWidth(INPUT_WIDTH);
        middle.setPrefWidth(INPUT_WIDTH);
        middle.setMaxWidth(INPUT_WIDTH);
        return middle;
    }

    private Node input() {
        return switch (model.input()) {
            case SWITCH -> box();
            case LINE -> line(new TextField());
            case SECRET -> secret();
            case LINES -> lines();
        };
    }

    private Node box() {
        var box = new CheckBox();
        box.setSelected(Boolean.parseBoolean(model.rawProperty().get()));
        box.selectedProperty().subscribe((_, on) -> model.rawProperty().set(Boolean.toString(on)));
        watching.add(
                model.rawProperty().subscribe(raw -> box.setSelected(Boolean.parseBoolean(raw))));
        box.textProperty()
                .bind(
                        box.selectedProperty()
                                .map(
                                        on ->
                                                Messages.text(
                                                        on
                                                                ? "config.flag.on"
                                                                : "config.flag.off")));
        return box;
    }

    private TextInputControl line(TextField field) {
        field.textProperty().bindBidirectional(model.rawProperty());
        if (model.isNumber()) {
            field.getStyleClass().add("num");
            field.setPrefWidth(130);
        } else {
            field.getStyleClass().add("code");
            field.setPrefWidth(INPUT_WIDTH);
        }
        return field;
    }

    private TextInputControl secret() {
        var field = line(new PasswordField());
        field.setPromptText(
                Messages.text(
                        model.isSet() ? "config.secret.prompt" : "config.secret.prompt.none"));
        return field;
    }

    private TextInputControl lines() {
        var area = new TextArea();
        area.getStyleClass().add("code");
        area.setPrefRowCount(3);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setPrefWidth(INPUT_WIDTH);
        area.setPromptText(Messages.text("config.lines.prompt"));
        area.textProperty().bindBidirectional(model.rawProperty());
        return area;
    }

    private Node ways() {
        var undo =
                Parts.button("undo-" + model.name(), "config.undo", model::undo, "small", "quiet");
        undo.setAccessibleText(Messages.text("config.undo.name", model.name()));
        undo.visibleProperty().bind(model.changedProperty());
        var reset =
                Parts.button(
                        "reset-" + model.name(), "config.reset", model::reset, "small", "quiet");
        reset.setAccessibleText(Messages.text("config.reset.name", model.name()));
        reset.setVisible(model.hasDefault());
        var ways = new HBox(4, undo, reset);
        ways.setAlignment(Pos.TOP_RIGHT);
        ways.setMinWidth(WAYS_WIDTH);
        return ways;
    }

    boolean fits(String sought, boolean onlyChanged) {
        return (!onlyChanged || model.changedProperty().get())
                && (model.name().contains(sought) || model.description().contains(sought));
    }
}
