package daemoneye.app.config.view;

import daemoneye.app.text.Messages;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small parts that the panes of the dialog are made of. FX thread.
public final class Parts {
    private Parts() {}

    /// A button with words of the bundle, never cut.
    public static Button button(String id, String key, Runnable onPress, String... classes) {
        var button = new Button(Messages.text(key));
        button.setId(id);
        button.getStyleClass().addAll(classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> onPress.run());
        return button;
    }

    /// Words with their style.
    public static Label label(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// A message with what one can do about it; gone while the text is empty.
    public static HBox banner(
            String id, ObservableValue<String> text, String kind, Button... buttons) {
        var words = new Label();
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty().bind(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var banner = new HBox(words);
        banner.getChildren().addAll(buttons);
        banner.getStyleClass().addAll("banner", kind);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.visibleProperty().bind(text.map(each -> !each.isEmpty()));
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    /// What takes the room between two ends of a row.
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
