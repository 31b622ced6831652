package daemoneye.app.profile.view;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// One of a few, all in view. FX thread.
final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ObjectProperty<T> chosen;

    /// @param id each button's id is this and the value in lower case
    Segments(String id, Iterable<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
        this.chosen = chosen;
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> choose(value));
            buttons.put(value, button);
            getChildren().add(button);
        }
        chosen.subscribe(this::show);
    }

    /// Shows a picture before the words of each.
    Segments<T> with(Function<T, Node> graphic) {
        buttons.forEach((value, button) -> button.setGraphic(graphic.apply(value)));
        return this;
    }

    // A second press must not leave nothing chosen.
    private void choose(T value) {
        chosen.set(value);
        show(value);
    }

    private void show(T value) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(value)));
    }
}
