package daemoneye.app.help.view;

import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog of Help: title, content, buttons. FX thread.
abstract sealed class HelpCard extends VBox permits AboutCard, BundleCard {
    private static final double WIDTH = 640;

    HelpCard() {
        getStyleClass().add("dialog-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    /// What has the focus at first.
    abstract Node first();

    static Region head(String title, String text) {
        var name = new Label(title);
        name.getStyleClass().add("title-card");
        var head = new VBox(4, name, wrapped(text, "muted"));
        head.getStyleClass().add("dialog-head");
        return head;
    }

    static Region body(Node... parts) {
        var body = new VBox(16, parts);
        body.getStyleClass().add("dialog-body");
        return body;
    }

    static Region foot(Button close, Button... others) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(close, gap);
        foot.getChildren().addAll(others);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    static Button button(String id, String key, Runnable onPress) {
        var button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> onPress.run());
        return button;
    }
}
