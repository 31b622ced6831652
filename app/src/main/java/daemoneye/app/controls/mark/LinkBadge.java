package daemoneye.app.controls.mark;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.util.Locale;

/// The link in one line: shape, word and what is known of it ("connected · 0.4 ms"). Style class
/// `link-badge` and `connected`, `reconnecting` or `disconnected`. FX thread.
public final class LinkBadge extends HBox {
    /// What the link is doing.
    public enum Link {
        CONNECTED(StateKind.HEALTHY),
        RECONNECTING(StateKind.STARTING),
        DISCONNECTED(StateKind.FAILED);

        private final StateKind mark;
        private final String css = name().toLowerCase(Locale.ROOT);

        Link(StateKind mark) {
            this.mark = mark;
        }
    }

    private final StateMark mark = new StateMark(StateKind.FAILED, 10);
    private final Label word = new Label();
    private final Label detail = new Label();
    private final Tooltip whole = new Tooltip();
    private Link link = Link.DISCONNECTED;

    /// A badge that says nothing yet and is disconnected.
    public LinkBadge() {
        getStyleClass().addAll("link-badge", link.css);
        word.getStyleClass().add("link-word");
        word.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("link-detail");
        getChildren().addAll(mark, word, detail);
        setAccessibleRole(AccessibleRole.TEXT);
        Tooltip.install(this, whole);
    }

    /// Shows the state of the link with words in the reader's language; `more` may be blank.
    public void show(Link next, String says, String more) {
        // A style class that comes and goes has the whole badge styled anew.
        if (next != link) {
            getStyleClass().remove(link.css);
            getStyleClass().add(next.css);
            link = next;
        }
        mark.setKind(next.mark);
        word.setText(says);
        detail.setText(more.isBlank() ? "" : "· " + more);
        whole.setText(more.isBlank() ? says : says + " · " + more);
        setAccessibleText(more.isBlank() ? says : says + ", " + more);
    }

    /// What is shown.
    public Link link() {
        return link;
    }
}
