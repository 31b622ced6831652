package daemoneye.app.detail;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// Labels and values in two columns. Rows that stay are kept, so that text is not made anew with
/// every beat.
final class FactGrid {
    private FactGrid() {}

    static void bind(GridPane grid, ObservableList<FactItem> items, boolean numbers) {
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setHalignment(numbers ? HPos.RIGHT : HPos.LEFT);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
        fill(grid, items, numbers);
        items.addListener(
                (ListChangeListener<FactItem>) change -> fill(grid, List.copyOf(items), numbers));
    }

    private static void fill(GridPane grid, List<FactItem> items, boolean numbers) {
        var shown = grid.getChildren();
        while (shown.size() > 2 * items.size()) {
            shown.removeLast();
        }
        for (int row = 0; row < items.size(); row++) {
            if (shown.size() <= 2 * row) {
                grid.addRow(row, name(), value(numbers));
            }
            ((Label) shown.get(2 * row)).setText(items.get(row).label());
            ((Label) shown.get(2 * row + 1)).setText(items.get(row).value());
        }
    }

    private static Label name() {
        var label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Label value(boolean numbers) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (numbers) {
            label.getStyleClass().add("num");
        }
        return label;
    }
}
