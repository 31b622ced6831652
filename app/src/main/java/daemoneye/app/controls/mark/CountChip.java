package daemoneye.app.controls.mark;

import javafx.beans.NamedArg;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// A filter that says how many: shape, number, word. Selected it filters. Style class `count-chip`,
/// pseudo-class `zero` when there is none. FX thread.
public final class CountChip extends ToggleButton {
    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");

    private final Label number = new Label("0");
    private int count;

    /// A chip for `kind`, named `label` ("healthy").
    public CountChip(@NamedArg("kind") StateKind kind, @NamedArg("label") String label) {
        super(label);
        getStyleClass().add("count-chip");
        number.getStyleClass().add("chip-count");
        HBox graphic = new HBox(new StateMark(kind, 11), number);
        graphic.getStyleClass().add("chip-graphic");
        setGraphic(graphic);
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        pseudoClassStateChanged(ZERO, true);
    }

    /// Shows `next` as the number.
    public void setCount(int next) {
        if (next != count) {
            count = next;
            number.setText(Integer.toString(next));
            pseudoClassStateChanged(ZERO, next == 0);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /// The number shown.
    public int getCount() {
        return count;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, @Nullable Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? count + " " + getText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
