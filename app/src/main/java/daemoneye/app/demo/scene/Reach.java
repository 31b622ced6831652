package daemoneye.app.demo.scene;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls what is out of view into it. FX thread.
final class Reach {
    private Reach() {}

    static void reveal(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && NodeWalk.isIn(node, pane.getContent())) {
                scroll(pane, node);
            }
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        var content = pane.getContent();
        var height = content.getLayoutBounds().getHeight();
        double room = height - pane.getViewportBounds().getHeight();
        if (room <= 0) {
            return;
        }
        var place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double wanted = place.getCenterY() - pane.getViewportBounds().getHeight() / 2;
        pane.setVvalue(Math.clamp(wanted / room, 0, 1));
    }
}
