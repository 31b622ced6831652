package daemoneye.app.profile.view;

import daemoneye.app.controls.Segments;
import daemoneye.app.guard.Protection;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.ProfileFormViewModel;
import daemoneye.app.profile.ProfileFormViewModel.Kind;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.Role;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What there is to say about one profile. FX thread.
final class ProfileFields extends VBox {
    private static final double FIELDS_HEIGHT = 112;

    private final ProfileFormViewModel form;
    private final TextField name = new TextField();

    ProfileFields(ProfileFormViewModel form) {
        super(16);
        this.form = form;
        name.setId("profile-name");
        name.textProperty().bindBidirectional(form.nameProperty());
        var nameLabel = section("profile.name");
        nameLabel.setLabelFor(name);
        name.setAccessibleText(nameLabel.getText());
        getChildren().addAll(new VBox(6, nameLabel, name), hue(), where(), care());
    }

    /// The first field.
    TextField name() {
        return name;
    }

    private Node hue() {
        var hues =
                new Segments<>("profile-hue", List.of(Hue.values()), form.hueProperty(), Hue::label)
                        .named(Messages.text("profile.hue.name"))
                        .with(Swatch::new);
        return new VBox(6, section("profile.hue"), hues);
    }

    private Node where() {
        var kinds =
                new Segments<>(
                        "profile-kind",
                        List.of(Kind.values()),
                        form.kindProperty(),
                        kind -> Messages.text("profile.kind." + kind.name()));
        var embedded = note(Messages.text("profile.kind.EMBEDDED.text"));
        var path = field("path", form.pathProperty(), "profile.path");
        var fields =
                new StackPane(
                        only(Kind.EMBEDDED, embedded),
                        only(Kind.TCP, tcp()),
                        only(Kind.UNIX, path));
        // The same height for every kind: nothing jumps away under the pointer.
        fields.setMinHeight(FIELDS_HEIGHT);
        return new VBox(6, section("profile.kind"), kinds, fields);
    }

    private Node only(Kind kind, Region node) {
        node.visibleProperty().bind(form.kindProperty().isEqualTo(kind));
        node.managedProperty().bind(node.visibleProperty());
        var top = new VBox(node);
        top.visibleProperty().bind(node.visibleProperty());
        return top;
    }

    private Region tcp() {
        var host = field("host", form.hostProperty(), "profile.host");
        var port = field("port", form.portProperty(), "profile.port");
        port.setMaxWidth(96);
        var token = field("token", form.tokenProperty(), "profile.token");
        HBox.setHgrow(host, Priority.ALWAYS);
        HBox.setHgrow(token, Priority.ALWAYS);
        return new VBox(8, new HBox(8, host, port), new HBox(8, token, role()));
    }

    private Region role() {
        var role = new ComboBox<RoleChoice>();
        role.setId("profile-role");
        role.getItems().setAll(RoleChoice.values());
        role.setOnAction(_ -> form.roleProperty().set(role.getValue().role));
        form.roleProperty().subscribe(wanted -> role.setValue(RoleChoice.of(wanted)));
        role.setPrefWidth(260);
        return labelled(role, "profile.role");
    }

    private static Region field(String id, StringProperty text, String key) {
        var field = new TextField();
        field.setId("profile-" + id);
        field.getStyleClass().add("code");
        field.textProperty().bindBidirectional(text);
        return labelled(field, key);
    }

    private static Region labelled(Control control, String key) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        return new VBox(4, label, control);
    }

    private Node care() {
        var cares =
                new Segments<>(
                        "profile-care",
                        List.of(Protection.values()),
                        form.careProperty(),
                        care -> Messages.text("profile.care." + care.name()));
        var effect = note("");
        effect.textProperty()
                .bind(
                        form.careProperty()
                                .map(
                                        care ->
                                                Messages.text(
                                                        "profile.care." + care.name() + ".text")));
        return new VBox(6, section("profile.care"), cares, effect);
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private static Label section(String key) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("section-label");
        return label;
    }

    /// A role, or as much as one may have, as an item of a list.
    private enum RoleChoice {
        MOST("most", Optional.empty()),
        VIEWER("viewer", Optional.of(Role.VIEWER)),
        OPERATOR("operator", Optional.of(Role.OPERATOR)),
        ADMIN("admin", Optional.of(Role.ADMIN));

        private final String key;
        private final Optional<Role> role;

        RoleChoice(String key, Optional<Role> role) {
            this.key = key;
            this.role = role;
        }

        static RoleChoice of(Optional<Role> role) {
            for (var each : values()) {
                if (each.role.equals(role)) {
                    return each;
                }
            }
            return MOST;
        }

        /// As the list shows it.
        @Override
        public String toString() {
            return Messages.text("profile.role." + key);
        }
    }
}
