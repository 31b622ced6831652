package daemoneye.app.shutdown.view;

import daemoneye.app.calls.ShutdownHow;
import daemoneye.app.controls.Segments;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.view.ConfirmFields;
import daemoneye.app.shutdown.ShutdownForm;
import daemoneye.app.shutdown.WaveOrder;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How, how long, why, and for several in which order. FX thread.
final class ShutdownFields extends VBox {
    private final ShutdownForm form;
    private final Watching watching;

    /// @param refusal why it was not sent after all; empty otherwise
    /// @param watching ends when it is shown no more
    ShutdownFields(ShutdownForm form, ReadOnlyStringProperty refusal, Watching watching) {
        super(16);
        this.form = form;
        this.watching = watching;
        getStyleClass().add("dialog-body");
        getChildren()
                .addAll(
                        banner("shutdown-refusal", refusal),
                        banner("ask-trouble", form.confirm().troubleProperty()),
                        how(),
                        time());
        if (form.targets().size() > 1) {
            getChildren().add(order());
        }
        getChildren().add(new ConfirmFields(form.confirm(), watching));
    }

    private static Label banner(String id, ReadOnlyStringProperty text) {
        var banner = new Label();
        banner.setId(id);
        banner.getStyleClass().addAll("banner", "bad");
        banner.setWrapText(true);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.textProperty().bind(text);
        banner.visibleProperty().bind(text.isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private Node how() {
        var row = new HBox();
        var group = new ToggleGroup();
        for (var each : ShutdownHow.values()) {
            var button = new ToggleButton(each.label());
            button.setId("how-" + each.key());
            button.getStyleClass().addAll("segment", "how-" + each.key());
            offer(button, group, form.howProperty(), each);
            row.getChildren().add(button);
        }
        Segments.round(row);
        var effect = new Label();
        effect.getStyleClass().addAll("muted", "small");
        effect.setWrapText(true);
        effect.setMinHeight(Region.USE_PREF_SIZE);
        effect.textProperty()
                .bind(
                        form.howProperty()
                                .map(each -> Messages.text("shutdown.effect." + each.key())));
        return new VBox(6, label("shutdown.how"), row, effect);
    }

    private Node order() {
        var row = new HBox();
        var group = new ToggleGroup();
        for (var each : WaveOrder.values()) {
            var button = new ToggleButton(each.label());
            button.setId("order-" + each.key());
            button.getStyleClass().add("segment");
            offer(button, group, form.orderProperty(), each);
            row.getChildren().add(button);
        }
        Segments.round(row);
        return new VBox(6, label("shutdown.order"), row);
    }

    /// One of them is always chosen.
    private <T> void offer(
            ToggleButton button, ToggleGroup group, ObjectProperty<T> chosen, T value) {
        button.setToggleGroup(group);
        watching.add(chosen.subscribe(now -> button.setSelected(value.equals(now))));
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    chosen.set(value);
                });
    }

    private Node time() {
        var seconds = new TextField();
        seconds.setId("shutdown-seconds");
        seconds.setAccessibleText(Messages.text("shutdown.time.name"));
        seconds.setPrefColumnCount(4);
        seconds.getStyleClass().add("num");
        seconds.setMaxWidth(72);
        seconds.textProperty().bindBidirectional(form.secondsProperty());
        var unit = new Label(Messages.text("shutdown.time.unit"));
        unit.getStyleClass().add("muted");
        var force = new CheckBox(Messages.text("shutdown.force"));
        force.setId("shutdown-force-after");
        force.selectedProperty().bindBidirectional(form.forceProperty());
        var row = new HBox(8, seconds, unit, force);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(6, label("shutdown.time"), row);
        var useful =
                Bindings.createBooleanBinding(
                        () -> form.howProperty().get() != ShutdownHow.EMERGENCY,
                        form.howProperty());
        box.visibleProperty().bind(useful);
        box.managedProperty().bind(useful);
        return box;
    }

    private static Label label(String key) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("section-label");
        return label;
    }
}
