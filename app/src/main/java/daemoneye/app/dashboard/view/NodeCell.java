package daemoneye.app.dashboard.view;

import daemoneye.app.dashboard.CollectorRowViewModel;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;

/// A cell that shows its value in one control of its own, made once.
final class NodeCell<T, N extends Node> extends TableCell<CollectorRowViewModel, T> {
    private final N control;
    private final BiConsumer<N, T> shower;

    NodeCell(N control, BiConsumer<N, T> shower) {
        this.control = control;
        this.shower = shower;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setGraphic(null);
        } else {
            shower.accept(control, value);
            setGraphic(control);
        }
    }
}
