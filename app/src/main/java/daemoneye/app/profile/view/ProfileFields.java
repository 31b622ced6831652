package daemoneye.app.profile.view;

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
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

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
        var role = new ComboBox<Optional<Role>>();
        role.setId("profile-role");
        role.getItems()
                .setAll(
                        List.of(
                                Optional.empty(),
                                Optional.of(Role.VIEWER),
                                Optional.of(Role.OPERATOR),
                                Optional.of(Role.ADMIN)));
        role.setConverter(new RoleWords());
        role.valueProperty().bindBidirectional(form.roleProperty());
        role.setPrefWidth(200);
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

    private static final class RoleWords extends StringConverter<Optional<Role>> {
        @Override
        public String toString(@Nullable Optional<Role> role) {
            return Messages.text(
                    "profile.role."
                            + (role == null ? "most" : role.map(Role::wireName).orElse("most")));
        }

        @Override
        public Optional<Role> fromString(String text) {
            return Optional.empty();
        }
    }
}
