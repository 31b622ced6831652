package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRow;
import daemoneye.app.controls.WholeText;
import daemoneye.app.fx.Watching;
import daemoneye.app.shutdown.ProgressLine;
import daemoneye.app.shutdown.view.ProgressRow;
import daemoneye.app.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The phases of one shutdown as a row of marks, and the name of the newest. FX thread.
final class PhaseCell extends TableCell<BulkRow, BulkRow> {
    private final HBox marks = new HBox(4);
    private Subscription following = () -> {};

    /// @param watching ends when the table is shown no more
    PhaseCell(Watching watching) {
        watching.add(this::leave);
        marks.setAlignment(Pos.CENTER_LEFT);
        marks.getStyleClass().add("phase-marks");
        setGraphicTextGap(8);
        WholeText.of(this);
    }

    @Override
    protected void updateItem(@Nullable BulkRow row, boolean empty) {
        super.updateItem(row, empty);
        leave();
        setText("");
        setGraphic(null);
        if (!empty && row != null) {
            // The run comes with the beginning, and with that another state.
            following = row.stateProperty().subscribe(_ -> follow(row));
        }
    }

    private void leave() {
        following.unsubscribe();
        following = () -> {};
    }

    private void follow(BulkRow row) {
        row.shutdown()
                .filter(_ -> getGraphic() == null)
                .ifPresent(
                        run ->
                                following =
                                        Subscription.combine(
                                                following,
                                                run.linesProperty().subscribe(this::show)));
    }

    private void show(List<ProgressLine> lines) {
        var phases = lines.stream().filter(line -> !line.task()).toList();
        marks.getChildren()
                .setAll(phases.stream().map(line -> ProgressRow.mark(line.mark())).toList());
        setGraphic(marks);
        int reached = 0;
        for (int at = 0; at < phases.size(); at++) {
            if (phases.get(at).mark() != ProgressLine.Mark.PENDING) {
                reached = at;
            }
        }
        var newest = phases.get(reached);
        boolean failed = newest.mark() == ProgressLine.Mark.FAILED;
        setText(failed ? newest.detail() : newest.name());
        setAccessibleText(Messages.text("bulk.phase", newest.name(), reached + 1, phases.size()));
    }
}
