package daemoneye.app.sample;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Goes over everything that is shown in a scene and names what somebody could not use: controls
/// without a name, words that are cut. FX thread; the scene must be laid out.
final class SceneWalk {
    private static final double TOLERANCE = 1;
    /// A shadow or a ring may reach this far.
    private static final double SPILL = 6;

    private final Scene scene;
    private final List<String> faults = new ArrayList<>();

    private SceneWalk(Scene scene) {
        this.scene = scene;
    }

    /// Every control that can have the focus, every button and every column has a name.
    static List<String> unnamed(Scene scene) {
        var walk = new SceneWalk(scene);
        walk.over(scene.getRoot(), walk::name);
        return walk.faults;
    }

    /// Every word stands whole within the window, unless the whole is said elsewhere.
    static List<String> cut(Scene scene) {
        var walk = new SceneWalk(scene);
        walk.over(scene.getRoot(), walk::whole);
        return walk.faults;
    }

    private void over(Node node, Consumer<Node> look) {
        if (!node.isVisible()) {
            return;
        }
        look.accept(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(each -> over(each, look));
        }
    }

    // ---- names ----

    private void name(Node node) {
        if (node instanceof TableView<?> table) {
            table.getColumns().stream()
                    .filter(column -> column.isVisible() && said(column).isBlank())
                    .forEach(_ -> fault(table, "has a column without a name"));
        }
        boolean button = node instanceof ButtonBase;
        boolean stop = node.isFocusTraversable() && node instanceof Control;
        if ((button || stop) && !isPart(node) && named(node).isBlank()) {
            fault(node, "has no name");
        }
    }

    private static String said(TableColumnBase<?, ?> column) {
        return Optional.ofNullable(column.getText()).orElse("");
    }

    /// Parts of a control that speaks for them.
    private static boolean isPart(Node node) {
        return node instanceof Cell<?> || node instanceof ScrollBar;
    }

    private String named(Node node) {
        var said = Optional.ofNullable(node.getAccessibleText()).orElse("");
        if (!said.isBlank()) {
            return said;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        var label = new ArrayList<String>();
        over(
                scene.getRoot(),
                each -> {
                    if (each instanceof Label words && node.equals(words.getLabelFor())) {
                        label.add(words.getText());
                    }
                });
        return String.join(" ", label);
    }

    // ---- words ----

    private void whole(Node node) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            shownText(labeled)
                    .filter(shown -> !shown.equals(labeled.getText()))
                    .filter(_ -> !isSaidElsewhere(labeled))
                    .ifPresent(shown -> fault(node, "is cut to \"" + shown + "\""));
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            outside(text).ifPresent(where -> fault(text, where));
        }
        if (node instanceof TableView<?> table && table.getWidth() > 0) {
            beyond(table).ifPresent(what -> fault(table, what));
        }
        if (node instanceof HBox row && row.getWidth() > 0) {
            spilled(row).ifPresent(what -> fault(row, what));
        }
    }

    /// A line whose parts need more room than it has lies over what is beside it.
    private static Optional<String> spilled(HBox row) {
        double end =
                row.getChildren().stream()
                        .filter(each -> each.isManaged() && each.isVisible())
                        .mapToDouble(each -> each.getBoundsInParent().getMaxX())
                        .max()
                        .orElse(0);
        return end > row.getWidth() + SPILL
                ? Optional.of("spills over its end by %.0f".formatted(end - row.getWidth()))
                : Optional.empty();
    }

    /// A table that has no bar to scroll sideways shows nothing of what is beyond its edge.
    private static Optional<String> beyond(TableView<?> table) {
        double end =
                table.getVisibleLeafColumns().stream().mapToDouble(TableColumnBase::getWidth).sum();
        return end > table.getWidth() + TOLERANCE
                ? Optional.of(
                        "has columns %.0f px beyond its edge".formatted(end - table.getWidth()))
                : Optional.empty();
    }

    private static Optional<String> shownText(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(each -> each instanceof Text && !each.equals(labeled.getGraphic()))
                .map(each -> ((Text) each).getText())
                .filter(shown -> !shown.isEmpty() || !labeled.getText().isEmpty())
                .findFirst();
    }

    private static boolean isSaidElsewhere(Labeled labeled) {
        for (Node each = labeled; each != null; each = each.getParent()) {
            boolean tip = each.getProperties().containsKey("javafx.scene.control.Tooltip");
            if (tip || (each instanceof Control control && control.getTooltip() != null)) {
                return true;
            }
            if (each instanceof Cell<?>) {
                return false;
            }
        }
        return false;
    }

    /// Beyond the window, unless one can scroll there.
    private Optional<String> outside(Text text) {
        for (Node each = text; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane || each instanceof VirtualFlow<?>) {
                return Optional.empty();
            }
        }
        Bounds at = text.localToScene(text.getBoundsInLocal());
        boolean inside =
                at.getMinX() >= -TOLERANCE
                        && at.getMinY() >= -TOLERANCE
                        && at.getMaxX() <= scene.getWidth() + TOLERANCE
                        && at.getMaxY() <= scene.getHeight() + TOLERANCE;
        return inside
                ? Optional.empty()
                : Optional.of(
                        "\"%s\" ends outside of the window at %.0f, %.0f"
                                .formatted(text.getText(), at.getMaxX(), at.getMaxY()));
    }

    private void fault(Node node, String what) {
        faults.add(path(node) + " " + what);
    }

    /// Enough to find it: ids and style classes on the way down.
    private static String path(Node node) {
        var steps = new ArrayList<String>();
        for (Node each = node; each != null && steps.size() < 6; each = each.getParent()) {
            var id = each.getId() == null ? "" : "#" + each.getId();
            var classes = String.join(".", each.getStyleClass());
            steps.addFirst(
                    each.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                            + id
                            + (classes.isEmpty() ? "" : "." + classes));
        }
        var words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return String.join(" > ", steps) + words;
    }
}
