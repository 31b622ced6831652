package daemoneye.app.demo.scene;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Walks over what is visible in a scene. FX thread.
final class NodeWalk {
    private NodeWalk() {}

    /// All visible nodes that fit, those on top last.
    static List<Node> all(Node root, Predicate<Node> fits) {
        var found = new ArrayList<Node>();
        collect(root, fits, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> fits, List<Node> found) {
        if (!node.isVisible() || node instanceof Untouchable) {
            return;
        }
        if (fits.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, fits, found));
        }
    }

    /// What a press at this place of the scene reaches.
    static Optional<Node> at(Node root, Point2D place) {
        return pick(root, root.sceneToLocal(place));
    }

    private static Optional<Node> pick(Node node, @Nullable Point2D local) {
        if (local == null
                || !node.isVisible()
                || node.isDisable()
                || node.isMouseTransparent()
                || node instanceof Untouchable
                || isClipped(node, local)) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable().reversed()) {
                var found = pick(child, child.parentToLocal(local));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return node.contains(local) ? Optional.of(node) : Optional.empty();
    }

    private static boolean isClipped(Node node, Point2D local) {
        var clip = node.getClip();
        return clip != null && !clip.contains(clip.parentToLocal(local));
    }

    /// Whether `inner` is `outer` or stands in it.
    static boolean isIn(Node inner, Node outer) {
        for (Node each = inner; each != null; each = each.getParent()) {
            if (each.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// Where it is painted, without what its parents clip away; empty if nothing is left.
    static Optional<Bounds> inView(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var seen = new Cut(bounds);
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getClip() != null) {
                seen = seen.by(each.localToScene(each.getClip().getBoundsInParent()));
            }
        }
        var scene = node.getScene();
        if (scene != null) {
            seen = seen.by(0, 0, scene.getWidth(), scene.getHeight());
        }
        return seen.bounds();
    }
}
