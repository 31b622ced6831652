package daemoneye.app.config.diff.view;

import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Walks through the changes and chooses how they are shown. FX thread.
public final class DiffTools extends HBox {
    private final DiffViewModel model;

    /// @param prefix of the ids, for tests
    public DiffTools(DiffViewModel model, String prefix) {
        super(8);
        this.model = model;
        getStyleClass().add("tool-row");
        var at = new Label();
        at.setId(prefix + "-at");
        at.getStyleClass().addAll("muted", "small");
        at.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::where, model.atProperty(), model.countProperty()));
        var inline = new ToggleButton(Messages.text("config.diff.inline"));
        inline.setId(prefix + "-inline");
        inline.getStyleClass().addAll("small", "segment-alone");
        inline.selectedProperty().bindBidirectional(model.inlineProperty());
        var all = new ToggleButton(Messages.text("config.diff.unfold"));
        all.setId(prefix + "-unfold");
        all.getStyleClass().addAll("small", "segment-alone");
        all.selectedProperty().bindBidirectional(model.unfoldedProperty());
        getChildren()
                .addAll(
                        step("\u2039", "previous", prefix, model::previous),
                        at,
                        step("\u203a", "next", prefix, model::next),
                        hint(),
                        inline,
                        all);
    }

    private static Label hint() {
        var hint = new Label("F7");
        hint.getStyleClass().add("key-hint");
        return hint;
    }

    private String where() {
        int count = model.countProperty().get();
        return count == 0
                ? Messages.text("config.diff.none")
                : Messages.text("config.diff.at", model.atProperty().get(), count);
    }

    private Button step(String sign, String key, String prefix, Runnable go) {
        var button = new Button(sign);
        button.setId(prefix + "-" + key);
        button.getStyleClass().addAll("small", "quiet");
        button.setAccessibleText(Messages.text("config.diff." + key));
        button.disableProperty().bind(model.countProperty().isEqualTo(0));
        button.setOnAction(_ -> go.run());
        return button;
    }

    /// F7 and Shift+F7.
    ///
    /// @return whether the key was one of them
    public boolean key(KeyEvent key) {
        if (key.getCode() != KeyCode.F7) {
            return false;
        }
        if (key.isShiftDown()) {
            model.previous();
        } else {
            model.next();
        }
        return true;
    }
}
