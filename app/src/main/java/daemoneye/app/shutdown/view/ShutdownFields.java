package daemoneye.app.shutdown.view;

import daemoneye.app.calls.ShutdownHow;
import daemoneye.app.guard.view.ConfirmFields;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.shutdown.ShutdownDialogViewModel;
import daemoneye.app.shutdown.ShutdownForm;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How, how long, why, and what it touches. FX thread.
final class ShutdownFields extends VBox {
    private final ShutdownForm form;

    ShutdownFields(ShutdownForm form, ShutdownDialogViewModel model) {
        super(16);
        this.form = form;
        getStyleClass().add("dialog-body");
        var impact = new ImpactList();
        model.impactProperty().subscribe(impact::show);
        getChildren()
                .addAll(
                        banner("shutdown-refusal", model.refusalProperty()),
                        banner("ask-trouble", form.confirm().troubleProperty()),
                        how(),
                        time(),
                        new ConfirmFields(form.confirm()),
                        impact);
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
        var group = new ToggleGroup();
        var row = new HBox();
        for (var each : ShutdownHow.values()) {
            var button = new ToggleButton(each.label());
            button.setId("how-" + each.key());
            button.getStyleClass().addAll("segment", "how-" + each.key());
            button.setToggleGroup(group);
            button.setUserData(each);
            button.setSelected(form.howProperty().get() == each);
            row.getChildren().add(button);
        }
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null && before != null) {
                                before.setSelected(true);
                            } else if (now != null) {
                                choose(now);
                            }
                        });
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

    private void choose(Toggle chosen) {
        if (chosen.getUserData() instanceof ShutdownHow how) {
            form.howProperty().set(how);
        }
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
