package daemoneye.app.guard.view;

import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// What an action touches, one sentence a line; nothing at all if there is none. FX thread.
public final class ImpactList extends VBox {
    private List<String> shown = List.of();

    public ImpactList() {
        super(4);
        setId("impact");
        rebuild();
    }

    /// Shows these sentences.
    public void show(List<String> lines) {
        if (!lines.equals(shown)) {
            shown = lines;
            rebuild();
        }
    }

    private void rebuild() {
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
        var head = new Label(Messages.text("guard.impact"));
        head.getStyleClass().add("section-label");
        getChildren().setAll(head);
        shown.forEach(line -> getChildren().add(line(line)));
    }

    private static Node line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var mark = new StateMark(StateKind.DEGRADED);
        var row = new HBox(8, mark, label);
        row.getStyleClass().add("impact-line");
        return row;
    }
}
