package daemoneye.app.guard.view;

import daemoneye.app.controls.SharedPulse;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.text.Messages;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The button that confirms. Below its words a line grows while it is dead at first, and again
/// while it is held. Space and Enter work as the mouse does. FX thread.
public final class ConfirmButton extends StackPane {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double INSET = 4;

    private final ConfirmViewModel model;
    private final Button button = new Button();
    private final Region line = new Region();
    private final DoubleProperty share = new SimpleDoubleProperty();

    /// @param watching ends when it is shown no more
    public ConfirmButton(ConfirmViewModel model, Watching watching) {
        this.model = model;
        getStyleClass().add("confirm-button");
        button.setId("ask-confirm");
        button.getStyleClass().add("danger");
        button.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("confirm-line");
        line.setMouseTransparent(true);
        line.setMaxHeight(2);
        line.maxWidthProperty().bind(widthProperty().subtract(2 * INSET).multiply(share));
        line.minWidthProperty().bind(line.maxWidthProperty());
        setAlignment(line, Pos.BOTTOM_LEFT);
        setMargin(line, new javafx.geometry.Insets(0, 0, 2, INSET));
        setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(button, line);
        watching.add(model.questionProperty().subscribe(_ -> name()));
        button.disableProperty().bind(model.readyProperty().not());
        watching.add(model.armedProperty().subscribe(_ -> move()));
        watching.add(model.holdingProperty().subscribe(_ -> move()));
        button.addEventFilter(KeyEvent.ANY, this::key);
        button.addEventFilter(MouseEvent.ANY, this::mouse);
        button.focusedProperty().subscribe(focused -> release(!focused));
        button.setOnAction(_ -> model.confirm());
    }

    private void name() {
        var asked = model.questionProperty().get();
        var title = asked.stakes().intent().title();
        if (!button.textProperty().isBound()) {
            button.setText(asked.held() ? Messages.text("guard.hold", title) : title);
        }
        button.setAccessibleHelp(asked.held() ? Messages.text("guard.hold.help") : "");
        button.pseudoClassStateChanged(HELD, asked.held());
    }

    /// Gives it words of its own: verb and object.
    public void callIt(ObservableValue<String> words) {
        button.textProperty().bind(words);
    }

    private void key(KeyEvent key) {
        boolean held = model.questionProperty().get().held();
        if (!held || (key.getCode() != KeyCode.SPACE && key.getCode() != KeyCode.ENTER)) {
            return;
        }
        key.consume();
        if (key.getEventType() == KeyEvent.KEY_PRESSED) {
            model.press();
        } else if (key.getEventType() == KeyEvent.KEY_RELEASED) {
            model.release();
        }
    }

    private void mouse(MouseEvent mouse) {
        if (!model.questionProperty().get().held() || mouse.getButton() != MouseButton.PRIMARY) {
            release(mouse.getEventType() == MouseEvent.MOUSE_EXITED);
            return;
        }
        if (mouse.getEventType() == MouseEvent.MOUSE_PRESSED) {
            button.requestFocus();
            model.press();
        } else if (mouse.getEventType() == MouseEvent.MOUSE_RELEASED
                || mouse.getEventType() == MouseEvent.MOUSE_EXITED) {
            model.release();
        }
    }

    private void release(boolean really) {
        if (really) {
            model.release();
        }
    }

    private void move() {
        show();
        SharedPulse.shared().start(_ -> show());
    }

    private boolean show() {
        boolean moving = !model.armedProperty().get() || model.holdingProperty().get();
        share.set(moving ? model.share() : 0);
        line.setVisible(moving);
        return moving && isOpen();
    }

    // A window that was closed with a question in it must not keep the pulse going.
    private boolean isOpen() {
        var scene = getScene();
        return scene != null && (scene.getWindow() == null || scene.getWindow().isShowing());
    }
}
