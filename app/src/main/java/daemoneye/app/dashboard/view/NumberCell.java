package daemoneye.app.dashboard.view;

import daemoneye.app.dashboard.CollectorRowViewModel;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.DoubleFunction;

/// A figure: monospaced, to the right.
final class NumberCell extends TableCell<CollectorRowViewModel, Number> {
    private final DoubleFunction<String> wording;

    NumberCell(DoubleFunction<String> wording) {
        this.wording = wording;
        getStyleClass().add("num");
    }

    @Override
    protected void updateItem(@Nullable Number value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? "" : wording.apply(value.doubleValue()));
    }
}
