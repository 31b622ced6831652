package daemoneye.app.controls;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/// A title and the buttons that belong to it: beside each other as long as the buttons fit into one
/// line, below each other otherwise. The first child keeps at least its minimal width; a
/// [FlowPane] as the second one is asked what it needs for one line. FX thread.
public final class SpreadRow extends Pane {
    private static final double GAP = 24;
    private static final double LINE_GAP = 12;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        var at = getInsets();
        double width = getWidth() - at.getLeft() - at.getRight();
        double height = getHeight() - at.getTop() - at.getBottom();
        if (fits(width)) {
            double right = Math.min(line(), width);
            double left = Math.max(0, width - right - GAP);
            beside(title(), at.getLeft(), left, at.getTop(), height);
            beside(buttons(), at.getLeft() + width - right, right, at.getTop(), height);
        } else {
            double upper = title().prefHeight(width);
            title().resizeRelocate(at.getLeft(), at.getTop(), width, upper);
            buttons()
                    .resizeRelocate(
                            at.getLeft(),
                            at.getTop() + upper + LINE_GAP,
                            width,
                            buttons().prefHeight(width));
        }
    }

    // In the middle of the line.
    private void beside(Node node, double x, double width, double top, double height) {
        double own = Math.min(height, node.prefHeight(width));
        node.resizeRelocate(x, snapPositionY(top + (height - own) / 2), width, own);
    }

    private boolean fits(double width) {
        return title().minWidth(-1) + GAP + line() <= width;
    }

    private double line() {
        if (!(buttons() instanceof FlowPane flow)) {
            return buttons().prefWidth(-1);
        }
        double width = 0;
        for (var each : flow.getChildren()) {
            width += each.isManaged() ? Math.ceil(each.prefWidth(-1)) + flow.getHgap() : 0;
        }
        return Math.max(0, width - flow.getHgap()) + 1;
    }

    private Node title() {
        return getChildren().getFirst();
    }

    private Node buttons() {
        return getChildren().getLast();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets at = getInsets();
        double own = at.getTop() + at.getBottom();
        double inner = width < 0 ? title().minWidth(-1) + GAP + line() : width;
        double room = inner - (width < 0 ? 0 : at.getLeft() + at.getRight());
        if (fits(room)) {
            double left = Math.max(0, room - line() - GAP);
            return own + Math.max(title().prefHeight(left), buttons().prefHeight(line()));
        }
        return own + title().prefHeight(room) + LINE_GAP + buttons().prefHeight(room);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets at = getInsets();
        return at.getLeft() + title().minWidth(-1) + GAP + line() + at.getRight();
    }
}
