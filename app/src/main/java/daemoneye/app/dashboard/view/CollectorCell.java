package daemoneye.app.dashboard.view;

import daemoneye.app.controls.WholeText;
import daemoneye.app.dashboard.CollectorRowViewModel;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// The id, with a word beside it that makes room for it.
final class CollectorCell extends TableCell<CollectorRowViewModel, CollectorRowViewModel> {
    private static final double PADDING = 24;

    private final Label id = new Label();
    private final Label note = new Label();
    private final HBox line = new HBox(6, id, note);

    CollectorCell() {
        id.getStyleClass().add("strong");
        note.getStyleClass().add("row-note");
        WholeText.of(id)
                .minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.min(id.prefWidth(-1), getWidth() - PADDING),
                                id.textProperty(),
                                id.fontProperty(),
                                widthProperty()));
        WholeText.of(note).setMinWidth(0);
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable CollectorRowViewModel row, boolean empty) {
        super.updateItem(row, empty);
        note.textProperty().unbind();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        id.setText(row.id());
        note.textProperty().bind(row.noteProperty());
        setGraphic(line);
    }
}
