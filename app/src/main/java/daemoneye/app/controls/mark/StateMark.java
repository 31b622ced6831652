package daemoneye.app.controls.mark;

import javafx.beans.NamedArg;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The shape of a state, drawn and not taken from a font: ● healthy, ▲ degraded, ■ failed,
/// ◆ unresponsive, ○ unknown, two bars for paused, a half-filled ring for starting and stopping, a
/// hollow square for stopped. Style class `state-mark` and the kind's own.
///
/// A mark alone has no accessible text; the word beside it has. FX thread.
public final class StateMark extends Region {
    /// From this size on there is room for a letter.
    private static final double LETTER_FROM = 16;

    private final double side;
    private final Label letter = new Label();
    private StateKind kind;

    /// A mark of 12 px.
    public StateMark(@NamedArg("kind") StateKind kind) {
        this(kind, 12);
    }

    /// A mark with sides of `side` pixels; from 16 on it carries its letter.
    public StateMark(@NamedArg("kind") StateKind kind, @NamedArg("side") double side) {
        this.side = side;
        this.kind = kind;
        getStyleClass().addAll("state-mark", kind.styleClass());
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        setMouseTransparent(true);
        setScaleShape(false);
        letter.getStyleClass().add("mark-letter");
        if (side >= LETTER_FROM) {
            getChildren().add(letter);
        }
        draw();
    }

    /// Shows another state.
    public void setKind(StateKind next) {
        if (next != kind) {
            getStyleClass().remove(kind.styleClass());
            kind = next;
            getStyleClass().add(next.styleClass());
            draw();
        }
    }

    /// The state shown.
    public StateKind getKind() {
        return kind;
    }

    private void draw() {
        SVGPath path = new SVGPath();
        path.setContent(Outline.scaled(kind.outline(), side / 12));
        setShape(path);
        letter.setText(kind.carriesLetter() ? kind.letter() : "");
    }

    @Override
    protected void layoutChildren() {
        // The middle of a triangle that stands is below the middle of its square.
        double lower = kind == StateKind.DEGRADED ? side * 0.13 : 0;
        layoutInArea(letter, 0, lower, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
    }
}
