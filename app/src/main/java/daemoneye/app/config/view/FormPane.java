package daemoneye.app.config.view;

import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.FieldViewModel;
import daemoneye.app.config.draft.TextTrouble;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every setting as a field. The first rows are there at once, the others follow frame by frame, so
/// that a long configuration opens as fast as a short one. FX thread.
public final class FormPane extends VBox {
    /// As many as fit a tall window.
    private static final int AT_ONCE = 12;

    private static final int AT_A_TIME = 8;

    private final Watching watching;
    private final VBox rows = new VBox();
    private final List<FieldRow> all = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final TextField sought = new TextField();
    private final CheckBox onlyChanged = new CheckBox(Messages.text("config.onlyChanged"));
    private final ReadOnlyStringWrapper frozen = new ReadOnlyStringWrapper("");

    /// @param onText runs when somebody wants to mend the text
    /// @param onDrop runs when somebody gives up a text that is wrong
    public FormPane(DraftViewModel draft, Runnable onText, Runnable onDrop, Watching watching) {
        this.watching = watching;
        getStyleClass().add("config-pane");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var banner =
                Parts.banner(
                        "config-frozen",
                        frozen,
                        "warn",
                        Parts.button("config-to-text", "config.form.toText", onText, "small"),
                        Parts.button("config-drop-text", "config.form.drop", onDrop, "small"));
        var tools = tools();
        tools.setVisible(draft.fields().size() > AT_ONCE);
        tools.setManaged(tools.isVisible());
        getChildren().addAll(banner, tools, scroll);
        add(draft.fields().iterator(), AT_ONCE);
        watching.add(draft.troubleProperty().subscribe(this::freeze));
        watching.add(draft.revisionProperty().subscribe((_, _) -> sift()));
    }

    private HBox tools() {
        sought.setId("config-find");
        sought.setPromptText(Messages.text("config.find"));
        sought.setAccessibleText(Messages.text("config.find"));
        sought.textProperty().subscribe((_, _) -> sift());
        onlyChanged.setId("config-only-changed");
        onlyChanged.selectedProperty().subscribe((_, _) -> sift());
        var tools = new HBox(12, sought, onlyChanged);
        tools.getStyleClass().addAll("tool-row", "config-tools");
        return tools;
    }

    private void add(java.util.Iterator<FieldViewModel> fields, int most) {
        for (int count = 0; count < most && fields.hasNext(); count++) {
            var row = new FieldRow(fields.next(), watching);
            row.setVisible(row.fits(sought.getText(), onlyChanged.isSelected()));
            row.setManaged(row.isVisible());
            all.add(row);
            rows.getChildren().add(row);
        }
        if (fields.hasNext()) {
            FxThread.run(() -> add(fields, AT_A_TIME));
        }
    }

    private void sift() {
        boolean idle = sought.getText().isEmpty() && !onlyChanged.isSelected();
        for (var row : all) {
            boolean wanted = idle || row.fits(sought.getText().strip(), onlyChanged.isSelected());
            if (row.isVisible() != wanted) {
                row.setVisible(wanted);
                row.setManaged(wanted);
            }
        }
    }

    private void freeze(Optional<TextTrouble> trouble) {
        rows.setDisable(trouble.isPresent());
        frozen.set(
                trouble.map(each -> Messages.text("config.form.frozen", each.line(), each.column()))
                        .orElse(""));
    }

    /// Brings a row into view when the keyboard reaches it.
    public void follow(Node owner) {
        for (var row : all) {
            if (row.lookupAll("*").contains(owner)) {
                reveal(row);
                return;
            }
        }
    }

    private void reveal(FieldRow row) {
        double room = rows.getHeight() - scroll.getViewportBounds().getHeight();
        double top = row.getBoundsInParent().getMinY();
        double bottom = row.getBoundsInParent().getMaxY();
        double from = scroll.getVvalue() * Math.max(0, room);
        if (room <= 0) {
            return;
        }
        if (top < from) {
            scroll.setVvalue(top / room);
        } else if (bottom > from + scroll.getViewportBounds().getHeight()) {
            scroll.setVvalue((bottom - scroll.getViewportBounds().getHeight()) / room);
        }
    }
}
