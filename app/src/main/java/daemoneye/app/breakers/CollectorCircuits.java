package daemoneye.app.breakers;

import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The breakers of one collector that are not closed, beside the buttons whose calls they hold
/// back: what is cut off, why, when it tries again, and *Reset*. Takes no room while all are
/// closed. FX thread.
public final class CollectorCircuits extends VBox {
    private final BreakersViewModel model;
    private final ReadOnlyStringProperty collector;
    private List<BreakerItem> shown = List.of();

    /// @param collector whose breakers are shown, as it is at the moment
    public CollectorCircuits(BreakersViewModel model, ReadOnlyStringProperty collector) {
        super(4);
        this.model = model;
        this.collector = collector;
        setId("collector-circuits");
        managedProperty().bind(visibleProperty());
        model.open().addListener((ListChangeListener<BreakerItem>) _ -> show());
        collector.subscribe(_ -> show());
    }

    private void show() {
        var now =
                model.open().stream()
                        .filter(item -> item.collector().equals(collector.get()))
                        .toList();
        setVisible(!now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        boolean focused = !shown.isEmpty() && lookup(".button:focused") != null;
        shown = now;
        getChildren().setAll(now.stream().map(CollectorCircuits::line).toList());
        if (focused && !now.isEmpty()) {
            lookup(".button").requestFocus();
        }
    }

    private static Node line(BreakerItem item) {
        var title = new Label(item.title());
        title.getStyleClass().add("strong");
        var text = new Label(item.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(2, title, text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var reset = new Button(Messages.text("breakers.reset"));
        reset.getStyleClass().add("small");
        reset.setAccessibleText(Messages.text("breakers.reset.name", item.title()));
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> item.reset().run());
        var line = new HBox(12, words, reset);
        line.getStyleClass().addAll("banner", "warn", "breaker-line");
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
