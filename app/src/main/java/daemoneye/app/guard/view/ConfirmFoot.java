package daemoneye.app.guard.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Collections;

/// The lower edge of a question: the way out at one end, the button that confirms at the other, and
/// between them what is still missing. FX thread.
public final class ConfirmFoot extends HBox {
    private final Button cancel = new Button();
    private final ConfirmButton confirm;

    /// @param watching ends when it is shown no more
    public ConfirmFoot(
            ConfirmViewModel model, String cancelText, Runnable onCancel, Watching watching) {
        getStyleClass().add("dialog-foot");
        cancel.setText(cancelText);
        cancel.setId("ask-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> onCancel.run());
        confirm = new ConfirmButton(model, watching);
        confirm.setMinWidth(Region.USE_PREF_SIZE);
        var missing = new Label();
        missing.setId("ask-missing");
        missing.getStyleClass().addAll("subtle", "small");
        missing.textProperty().bind(model.missingProperty());
        missing.setMaxWidth(Double.MAX_VALUE);
        missing.setMinWidth(0);
        missing.setWrapText(true);
        missing.setMinHeight(Region.USE_PREF_SIZE);
        missing.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        missing.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        HBox.setHgrow(missing, Priority.ALWAYS);
        getChildren().addAll(cancel, missing, confirm);
    }

    /// With the usual words.
    public ConfirmFoot(ConfirmViewModel model, Runnable onCancel, Watching watching) {
        this(model, Messages.text("action.cancel"), onCancel, watching);
    }

    /// What has the focus at first.
    public Button cancel() {
        return cancel;
    }

    /// Changes the ends if the mouse was last pressed where the confirming button came to stand.
    public void keepAwayFrom(Overlays overlays) {
        if (overlays.pressedNear(confirm)) {
            var turned = new java.util.ArrayList<>(getChildren());
            Collections.reverse(turned);
            getChildren().setAll(turned);
        }
    }
}
