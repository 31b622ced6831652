package daemoneye.app.dashboard;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// The id, with a word beside it and the type below.
final class CollectorCell extends TableCell<CollectorRowViewModel, String> {
    private final Label id = new Label();
    private final Label note = new Label();
    private final HBox line = new HBox(6, id, note);

    CollectorCell() {
        id.getStyleClass().add("strong");
        note.getStyleClass().add("row-note");
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        var row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || value == null || row == null) {
            setGraphic(null);
            return;
        }
        id.setText(row.id());
        note.setText(value);
        setGraphic(line);
    }
}
