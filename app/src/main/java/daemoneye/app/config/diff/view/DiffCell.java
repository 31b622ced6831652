package daemoneye.app.config.diff.view;

import daemoneye.app.config.diff.DiffRow;
import daemoneye.app.config.diff.DiffViewModel;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One row of a comparison: a mark, numbers and lines. What changed is said by a sign as well as by
/// its ground. FX thread.
final class DiffCell extends ListCell<DiffRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MOST_CHARS = 400;

    private final DiffViewModel model;
    private final Half left = new Half();
    private final Half right = new Half();
    private final HBox both = new HBox(left, right);

    /// One side.
    private static final class Half extends HBox {
        private final Label number = new Label();
        private final Label sign = new Label();
        private final Label line = new Label();

        Half() {
            number.getStyleClass().add("diff-number");
            sign.getStyleClass().add("diff-sign");
            line.getStyleClass().add("diff-line");
            line.setMinWidth(0);
            setMinWidth(0);
            setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(line, Priority.ALWAYS);
            HBox.setHgrow(this, Priority.ALWAYS);
            getChildren().addAll(number, sign, line);
        }

        void show(int at, String text, String ground) {
            number.setText(at == 0 ? "" : Integer.toString(at));
            sign.setText(sign(ground));
            line.setText(text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "…" : text);
            getStyleClass().setAll("diff-half", ground);
        }

        private static String sign(String ground) {
            return switch (ground) {
                case "diff-added" -> "+";
                case "diff-removed" -> "\u2212";
                default -> "";
            };
        }
    }

    DiffCell(DiffViewModel model, Watching watching) {
        this.model = model;
        getStyleClass().add("diff-cell");
        setText(null);
        both.setMinWidth(0);
        setPrefWidth(0);
        watching.add(model.atProperty().subscribe(this::mark));
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null && getItem().kind() == DiffRow.Kind.FOLDED) {
                        model.unfoldedProperty().set(true);
                    }
                });
    }

    private void mark() {
        var row = getItem();
        boolean current =
                row != null && row.change() > 0 && row.change() == model.atProperty().get();
        pseudoClassStateChanged(CURRENT, current);
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        mark();
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(both);
        setAccessibleText(words(row));
        boolean folded = row.kind() == DiffRow.Kind.FOLDED;
        boolean one = folded || model.inlineProperty().get();
        right.setVisible(!one);
        right.setManaged(!one);
        if (folded) {
            left.show(0, Messages.text("config.diff.folded", row.left()), "diff-folded");
        } else if (one) {
            inline(row);
        } else {
            beside(row);
        }
    }

    private void inline(DiffRow row) {
        switch (row.kind()) {
            case ADDED -> left.show(row.rightNumber(), row.right(), "diff-added");
            case REMOVED, CHANGED -> left.show(row.leftNumber(), row.left(), "diff-removed");
            case SAME, FOLDED -> left.show(row.leftNumber(), row.left(), "diff-same");
        }
    }

    private void beside(DiffRow row) {
        boolean same = row.kind() == DiffRow.Kind.SAME;
        left.show(row.leftNumber(), row.left(), ground(row.leftNumber(), same, "diff-removed"));
        right.show(row.rightNumber(), row.right(), ground(row.rightNumber(), same, "diff-added"));
        left.setPrefWidth(1);
        right.setPrefWidth(1);
    }

    private static String ground(int number, boolean same, String changed) {
        if (same) {
            return "diff-same";
        }
        return number == 0 ? "diff-absent" : changed;
    }

    private static String words(DiffRow row) {
        return switch (row.kind()) {
            case FOLDED -> Messages.text("config.diff.folded", row.left());
            case SAME -> row.left();
            case CHANGED, ADDED, REMOVED ->
                    "%s: %s %s"
                            .formatted(
                                    Messages.text(
                                            "config.diff."
                                                    + row.kind().name().toLowerCase(Locale.ROOT)),
                                    row.left(),
                                    row.right());
        };
    }
}
