package daemoneye.app.controls;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/// Says in a tooltip what does not fit into its place, for as long as it does not. Only for words
/// that have no natural end, such as a reason; what people need at a glance has to fit. FX thread.
public final class WholeText {
    private WholeText() {}

    /// From now on `labeled` says in a tooltip what it cuts.
    public static <T extends Labeled> T of(T labeled) {
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        whole.textProperty().bind(labeled.textProperty());
        labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? whole : null));
        return labeled;
    }

    /// The same for the words of a column.
    public static <S> void in(TableColumn<S, String> column) {
        column.setCellFactory(_ -> of(new Words<>()));
    }

    private static final class Words<S> extends TableCell<S, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty || words == null ? "" : words);
        }
    }
}
