package daemoneye.app.controls;

import javafx.beans.NamedArg;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where nothing is: an icon, what is missing, and what to do next. Further children
/// (a button) may be added. Style class `empty-state`.
public final class EmptyState extends VBox {
    /// An empty state with the Ikonli icon `icon` ("mdal-inbox").
    public EmptyState(
            @NamedArg("icon") String icon,
            @NamedArg("title") String title,
            @NamedArg("text") String text) {
        getStyleClass().add("empty-state");
        Label head = new Label(title);
        head.getStyleClass().add("empty-title");
        Label body = new Label(text);
        body.getStyleClass().add("empty-text");
        body.setWrapText(true);
        body.setMaxWidth(420);
        getChildren().addAll(new FontIcon(icon), head, body);
        setAccessibleText(title + ". " + text);
    }
}
