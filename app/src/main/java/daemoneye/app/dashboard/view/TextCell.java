package daemoneye.app.dashboard.view;

import daemoneye.app.controls.WholeText;
import daemoneye.app.dashboard.CollectorRowViewModel;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/// Plain words.
final class TextCell extends TableCell<CollectorRowViewModel, String> {
    TextCell() {
        getStyleClass().add("muted");
        WholeText.of(this);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? "" : value);
    }
}
