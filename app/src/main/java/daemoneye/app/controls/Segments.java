package daemoneye.app.controls;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// One of a few, all in view. FX thread.
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ObjectProperty<T> chosen;
    private final ChangeListener<T> listener = (_, _, now) -> show(now);

    /// @param id each button's id is this and the value in lower case
    public Segments(
            String id, Iterable<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
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
        round(this);
        // What is chosen may outlive the view many times.
        chosen.addListener(new WeakChangeListener<>(listener));
        show(chosen.get());
    }

    /// Rounds the ends of a row of buttons that are `segment`s.
    public static void round(Pane row) {
        row.getChildren().getFirst().getStyleClass().add("first");
        row.getChildren().getLast().getStyleClass().add("last");
    }

    /// Shows a picture before the words of each.
    public Segments<T> with(Function<T, Node> graphic) {
        buttons.forEach((value, button) -> button.setGraphic(graphic.apply(value)));
        return this;
    }

    /// Says to those who cannot see it what is chosen here: "Colours: Dark".
    public Segments<T> named(String what) {
        buttons.values().forEach(each -> each.setAccessibleText(what + ": " + each.getText()));
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
