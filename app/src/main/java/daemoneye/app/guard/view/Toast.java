package daemoneye.app.guard.view;

import daemoneye.app.controls.StateKind;
import daemoneye.app.controls.StateMark;
import daemoneye.app.text.Messages;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// A short message: a mark, what it is about, what there is to say, at most one button. FX thread.
final class Toast extends HBox {
    private final Label text = new Label();
    private Optional<Button> button = Optional.empty();

    Toast(StateKind kind, String title) {
        var head = new Label(title);
        head.getStyleClass().add("strong");
        head.setMaxWidth(320);
        text.setWrapText(true);
        text.setMaxWidth(360);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().addAll("muted", "small");
        var words = new VBox(2, head, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("toast");
        getChildren().addAll(new StateMark(kind, 14), words);
        setMaxWidth(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        text.textProperty()
                .subscribe(now -> setAccessibleText(Messages.text("toast.accessible", title, now)));
    }

    Label text() {
        return text;
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
        var hint = new Label(Messages.text("toast.key"));
        hint.getStyleClass().add("key-hint");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(offered, hint);
        button = Optional.of(offered);
    }

    Optional<Button> button() {
        return button;
    }
}
