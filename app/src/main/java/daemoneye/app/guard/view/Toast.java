package daemoneye.app.guard.view;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Optional;

/// A short message: a mark, what it is about, what there is to say, at most one button. FX thread.
final class Toast extends HBox {
    private static final int MOST_TITLE = 60;
    private static final int MOST_TEXT = 600;
    private static final double TWO_LINES = 34;

    private final Label text = new Label();
    private final Label hint = new Label(Messages.text("toast.key"));
    private Optional<Button> button = Optional.empty();

    Toast(StateKind kind, String title) {
        var head = new Label(SafeText.of(title, MOST_TITLE));
        head.getStyleClass().add("strong");
        head.setMinWidth(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMaxSize(Double.MAX_VALUE, TWO_LINES);
        text.getStyleClass().addAll("muted", "small");
        HBox.setHgrow(text, Priority.ALWAYS);
        getStyleClass().add("toast");
        getChildren().addAll(new StateMark(kind, 14), head, text);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        text.textProperty()
                .subscribe(now -> setAccessibleText(Messages.text("toast.accessible", title, now)));
    }

    Label text() {
        return text;
    }

    /// What there is to say; cut where it would take too much room. All of it stands under Calls.
    void say(String words) {
        text.setText(SafeText.of(words, MOST_TEXT));
        text.setTooltip(new Tooltip(text.getText()));
    }

    /// Adds a button.
    ///
    /// @param name verb and object, for a screen reader
    void offer(String verb, String name, Runnable onPress) {
        var offered = new Button(verb);
        offered.getStyleClass().add("small");
        offered.setAccessibleText(name);
        offered.setMinWidth(Region.USE_PREF_SIZE);
        offered.setFocusTraversable(false);
        offered.setId("toast-button");
        offered.setOnAction(_ -> onPress.run());
        hint.getStyleClass().add("key-hint");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(offered, hint);
        button = Optional.of(offered);
    }

    /// Whether the key presses the button of this one.
    void showKey(boolean whether) {
        hint.setVisible(whether);
    }

    Optional<Button> button() {
        return button;
    }
}
