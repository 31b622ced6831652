package daemoneye.app.dashboard.view;

import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.dashboard.Standing;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/// Shape, colour and word.
final class StandingCell extends TableCell<CollectorRowViewModel, Standing> {
    private final StateMark mark = new StateMark(Standing.UNKNOWN.kind());
    private String shownClass = "";

    StandingCell() {
        getStyleClass().add("state-text");
        setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable Standing value, boolean empty) {
        super.updateItem(value, empty);
        getStyleClass().remove(shownClass);
        if (empty || value == null) {
            shownClass = "";
            setText("");
            setGraphic(null);
            return;
        }
        shownClass = value.kind().styleClass();
        getStyleClass().add(shownClass);
        mark.setKind(value.kind());
        setText(value.label());
        setGraphic(mark);
    }
}
