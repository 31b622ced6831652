package daemoneye.app.demo.scene;

import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.demo.tour.Target;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds in a scene what a tour names. FX thread.
public final class Eyes {
    private final Scene scene;

    public Eyes(Scene scene) {
        this.scene = scene;
    }

    Scene scene() {
        return scene;
    }

    /// The one meant: of several that can be reached, the topmost; else the first in view.
    public Optional<Node> find(Target target) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var found = candidates(target);
        return found.reversed().stream()
                .filter(this::canBePressed)
                .findFirst()
                .or(
                        () ->
                                found.stream()
                                        .filter(each -> NodeWalk.inView(each).isPresent())
                                        .findFirst())
                .or(() -> found.stream().findFirst());
    }

    private List<Node> candidates(Target target) {
        return switch (target) {
            case Target.Id(var id) -> all(node -> id.equals(node.getId()));
            case Target.Named(var name) -> {
                var text = name.text();
                yield all(node -> NodeWords.name(node).filter(text::equals).isPresent());
            }
            case Target.Row(var collector) -> all(node -> isRow(node, collector));
            case Target.Cell(var collector, var column) ->
                    all(node -> isCell(node, collector, "column-" + column));
            case Target.Line(var table, var words) -> line(table, words.text());
            case Target.Toast() -> newest(all(node -> node.getStyleClass().contains("toast")));
            case Target.Dialog() ->
                    newest(all(node -> node.getStyleClass().contains("dialog-card")));
        };
    }

    private List<Node> all(java.util.function.Predicate<Node> fits) {
        return NodeWalk.all(scene.getRoot(), fits);
    }

    private List<Node> line(String table, String words) {
        return all(node -> table.equals(node.getId())).stream()
                .flatMap(
                        node ->
                                NodeWalk.all(
                                        node,
                                        each ->
                                                each instanceof TableRow<?> row
                                                        && !row.isEmpty()
                                                        && NodeWords.all(row).contains(words))
                                        .stream())
                .limit(1)
                .toList();
    }

    private static List<Node> newest(List<Node> found) {
        return found.isEmpty() ? found : List.of(found.getLast());
    }

    private static boolean isRow(Node node, String collector) {
        return node instanceof TableRow<?> row
                && row.getItem() instanceof CollectorRowViewModel item
                && item.id().equals(collector);
    }

    private static boolean isCell(Node node, String collector, String column) {
        return node instanceof TableCell<?, ?> cell
                && cell.getTableColumn() != null
                && column.equals(cell.getTableColumn().getId())
                && isRow(cell.getTableRow(), collector);
    }

    /// Whether its middle is in view and nothing lies over it.
    boolean canBePressed(Node node) {
        return place(node)
                .flatMap(point -> NodeWalk.at(scene.getRoot(), point))
                .filter(hit -> NodeWalk.isIn(hit, node))
                .isPresent();
    }

    /// The middle of what is in view of it. Rows are pressed where their name stands.
    public Optional<Point2D> place(Node node) {
        var where =
                node instanceof TableRow<?>
                        ? NodeWalk.all(node, each -> each instanceof TableCell<?, ?>).stream()
                                .filter(Eyes::isNameCell)
                                .findFirst()
                                .orElse(node)
                        : node;
        return NodeWalk.inView(where)
                .map(bounds -> new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    private static boolean isNameCell(Node node) {
        return node instanceof TableCell<?, ?> cell
                && cell.getTableColumn() != null
                && "column-collector".equals(cell.getTableColumn().getId());
    }

    /// What is in view of it.
    public Optional<Bounds> bounds(Node node) {
        return NodeWalk.inView(node);
    }

    /// Scrolls it into view if it can be.
    public void reveal(Node node) {
        if (NodeWalk.inView(node).filter(seen -> isWhole(seen, node)).isEmpty()) {
            Reach.reveal(node);
            scene.getRoot().layout();
        }
    }

    private static boolean isWhole(Bounds seen, Node node) {
        var whole = node.localToScene(node.getLayoutBounds());
        return seen.getHeight() > whole.getHeight() - 2 && seen.getWidth() > whole.getWidth() - 2;
    }

    /// The dialog that is open, if there is one.
    public Optional<Node> dialog() {
        return all(node -> node.getStyleClass().contains("dialog-card")).stream()
                .max(Comparator.comparingInt(Eyes::depth));
    }

    private static int depth(Node node) {
        var parent = node.getParent();
        return parent == null || parent.getParent() == null
                ? 0
                : parent.getParent().getChildrenUnmodifiable().indexOf(parent);
    }

    /// The names of what could be meant, for people whose tour names something else.
    List<String> known() {
        return all(node -> node.getId() != null && canBePressed(node)).stream()
                .map(node -> "#" + node.getId())
                .distinct()
                .toList();
    }
}
