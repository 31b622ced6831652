package daemoneye.app.demo.scene;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be read on a node. FX thread.
final class NodeWords {
    private NodeWords() {}

    /// The one name of a node: what a screen reader says, else what stands on it.
    static Optional<String> name(Node node) {
        var spoken = node.getAccessibleText();
        if (spoken != null && !spoken.isBlank()) {
            return Optional.of(spoken);
        }
        return own(node);
    }

    /// What stands on the node itself.
    static Optional<String> own(Node node) {
        var text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl input -> input.getText();
                    case Text plain -> plain.getText();
                    default -> "";
                };
        return Optional.ofNullable(text).filter(each -> !each.isBlank());
    }

    /// All that can be read in it, with what a screen reader says, white space made single.
    static String all(Node node) {
        var words = new ArrayList<String>();
        collect(node, words);
        return String.join(" ", words).replaceAll("\\s+", " ").strip();
    }

    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        var own = own(node);
        own.ifPresent(words::add);
        var spoken = Optional.ofNullable(node.getAccessibleText());
        spoken.filter(each -> !each.equals(own.orElse(""))).ifPresent(words::add);
        // The Text inside a Labeled or a field says the same again.
        boolean whole =
                node instanceof Labeled labeled && labeled.getGraphic() == null && own.isPresent();
        if (node instanceof Parent parent && !whole && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> !(node instanceof Labeled) || !(child instanceof Text))
                    .forEach(child -> collect(child, words));
        }
    }
}
