package daemoneye.app.calls.view;

import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.OperationViewModel.Asking;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;

/// *Check what happened*: offered for as long as nobody knows what became of a call and its
/// responder can be asked. Takes no room meanwhile. FX thread.
public final class CheckButton extends Button {
    /// @param findOut asks
    public CheckButton(String id, Runnable findOut) {
        super(Messages.text("operation.check"));
        setId(id);
        getStyleClass().add("accent");
        setOnAction(_ -> findOut.run());
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// From now on it is about this call.
    public CheckButton about(OperationViewModel call) {
        var busy = call.askingProperty().isEqualTo(Asking.WHAT_HAPPENED);
        setAccessibleText(Messages.text("operation.check.name", call.title()));
        disableProperty().bind(busy);
        visibleProperty().bind(call.checkable().or(busy));
        return this;
    }
}
