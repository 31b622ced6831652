package daemoneye.app.config.diff.view;

import daemoneye.app.config.diff.DiffRow;
import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The rows of a comparison, with the texts' names above. FX thread.
public final class DiffPane extends VBox {
    private static final double ROW = 22;

    private final DiffViewModel model;
    private final ListView<DiffRow> list = new ListView<>();

    /// @param id of the list, for tests
    /// @param watching ends when it is shown no more
    public DiffPane(
            DiffViewModel model, String id, String leftName, String rightName, Watching watching) {
        this.model = model;
        list.setId(id);
        list.getStyleClass().add("diff-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Messages.text("config.diff.list"));
        list.setCellFactory(_ -> new DiffCell(model, watching));
        list.setPlaceholder(placeholder());
        list.setMinHeight(3 * ROW);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(names(leftName, rightName), list);
        watching.add(model.rowsProperty().subscribe(this::show));
        watching.add(model.atProperty().subscribe(at -> goTo(at.intValue())));
    }

    private static Label placeholder() {
        var label = new Label(Messages.text("config.diff.equal"));
        label.getStyleClass().add("muted");
        return label;
    }

    private HBox names(String leftName, String rightName) {
        var row = new HBox(name(leftName), name(rightName));
        row.getStyleClass().add("diff-names");
        boolean named = !leftName.isEmpty();
        row.visibleProperty().bind(model.inlineProperty().not().map(side -> side && named));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setPrefWidth(1);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private void show(List<DiffRow> rows) {
        boolean equal = rows.stream().allMatch(row -> row.change() == 0);
        list.getItems().setAll(equal ? List.of() : rows);
        goTo(model.atProperty().get());
    }

    private void goTo(int change) {
        for (int at = 0; at < list.getItems().size(); at++) {
            if (change > 0 && list.getItems().get(at).change() == change) {
                list.scrollTo(Math.max(0, at - 3));
                return;
            }
        }
    }
}
