package daemoneye.app.palette.view;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.palette.PaletteViewModel;
import daemoneye.app.palette.PaletteViewModel.Preview;
import daemoneye.app.palette.Suggestion;
import daemoneye.app.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// The line, what it would do, and how it can go on. FX thread.
final class PaletteCard extends VBox {
    private static final double WIDTH = 640;
    private static final double FROM_TOP = 96;
    private static final int CHIPS = 8;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final PaletteViewModel model;
    private final TextField line = new TextField();
    private final VBox preview = new VBox(8);
    private final VBox ways = new VBox();

    PaletteCard(PaletteViewModel model) {
        this.model = model;
        getStyleClass().addAll("dialog-card", "palette");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        StackPane.setMargin(this, new Insets(FROM_TOP, 0, 0, 0));
        line.setId("palette-line");
        line.setPromptText(Messages.text("palette.prompt"));
        line.setAccessibleText(Messages.text("palette.name"));
        line.getStyleClass().add("palette-line");
        line.setText(model.lineProperty().get());
        line.textProperty().subscribe(text -> model.lineProperty().set(text));
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        preview.getStyleClass().add("palette-preview");
        ways.getStyleClass().add("palette-ways");
        getChildren().addAll(line, preview, ways, foot());
        ListChangeListener<Suggestion> listener = _ -> showWays();
        model.suggestions().addListener(listener);
        var typed = model.lineProperty().subscribe(this::typed);
        var judged = model.previewProperty().subscribe(this::show);
        var moved = model.chosenProperty().subscribe(_ -> mark());
        showWays();
        sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null && now == null) {
                                model.suggestions().removeListener(listener);
                                typed.and(judged).and(moved).unsubscribe();
                            }
                        });
    }

    TextField line() {
        return line;
    }

    private void typed(String text) {
        if (!line.getText().equals(text)) {
            line.setText(text);
            line.end();
        }
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> model.up();
            case DOWN -> model.down();
            case TAB -> model.complete();
            case ENTER -> model.enter();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void show(Preview now) {
        preview.setVisible(now.kind() != Preview.Kind.NOTHING);
        preview.setManaged(preview.isVisible());
        var text = new Label(now.text());
        text.setId("palette-preview");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        boolean wrong = now.kind() == Preview.Kind.WRONG;
        // A mark says that something is amiss; what can be done has none, however harmless.
        var head = wrong ? new HBox(8, new StateMark(StateKind.DEGRADED), text) : new HBox(text);
        head.getStyleClass().add("impact-line");
        preview.getChildren().setAll(head);
        if (now.targets().size() > 1) {
            preview.getChildren().add(chips(now));
        }
        line.setAccessibleHelp(now.text());
    }

    private static Node chips(Preview now) {
        var chips = new FlowPane(4, 4);
        now.targets().stream().limit(CHIPS).forEach(each -> chips.getChildren().add(chip(each)));
        if (now.targets().size() > CHIPS) {
            chips.getChildren()
                    .add(chip(Messages.text("guard.more", now.targets().size() - CHIPS)));
        }
        return chips;
    }

    private static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("target-chip");
        return chip;
    }

    private void showWays() {
        ways.getChildren().clear();
        for (int at = 0; at < model.suggestions().size(); at++) {
            ways.getChildren().add(way(at, model.suggestions().get(at)));
        }
        ways.setVisible(!model.suggestions().isEmpty());
        ways.setManaged(ways.isVisible());
        mark();
    }

    private Node way(int at, Suggestion suggestion) {
        var word = new Label(suggestion.word());
        word.getStyleClass().add("code");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var hint = new Label(suggestion.hint());
        hint.getStyleClass().addAll("muted", "small");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(12, word, gap, hint);
        row.getStyleClass().add("palette-way");
        row.setOnMouseClicked(
                _ -> {
                    model.take(at);
                    line.requestFocus();
                    line.end();
                });
        return row;
    }

    private void mark() {
        for (int at = 0; at < ways.getChildren().size(); at++) {
            ways.getChildren()
                    .get(at)
                    .pseudoClassStateChanged(CHOSEN, at == model.chosenProperty().get());
        }
    }

    private static Node foot() {
        var foot = new HBox(8);
        foot.getStyleClass().addAll("dialog-foot", "palette-foot");
        for (var key : List.of("tab", "arrows", "enter", "escape")) {
            var hint = new Label(Messages.text("palette.key." + key));
            hint.getStyleClass().add("key-hint");
            var what = new Label(Messages.text("palette.key." + key + ".does"));
            what.getStyleClass().addAll("muted", "small");
            foot.getChildren().addAll(hint, what);
        }
        return foot;
    }
}
