package daemoneye.app.profile.view;

import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfileEditViewModel;
import daemoneye.app.profile.TestResult;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// All profiles at the left, one of them at the right. FX thread.
final class ProfilesCard extends VBox {
    private static final double WIDTH = 840;

    private final ProfileEditViewModel model;
    private final ListView<Profile> list = new ListView<>();
    private final Label told = new Label();
    private final Button close;

    ProfilesCard(ProfileEditViewModel model) {
        this.model = model;
        getStyleClass().add("dialog-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        close = button("profile-close", "profile.done", model::leave);
        var fields = new ProfileFields(model.form());
        HBox.setHgrow(fields, Priority.ALWAYS);
        var body = new HBox(20, choice(fields), fields);
        body.getStyleClass().add("dialog-body");
        getChildren().addAll(head(), body, told(), foot());
        model.toldProperty().subscribe(this::tell);
        model.secondsProperty().subscribe(this::tellTime);
        model.testingProperty().subscribe(this::tellTime);
    }

    /// What has the focus at first.
    Node first() {
        return list;
    }

    private static Region head() {
        var title = new Label(Messages.text("profile.manage.title"));
        title.getStyleClass().add("title-card");
        var text = new Label(Messages.text("profile.manage.text"));
        text.getStyleClass().add("muted");
        var head = new VBox(title, text);
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private Region choice(ProfileFields fields) {
        list.setId("profile-list");
        list.getStyleClass().add("profile-list");
        list.setAccessibleText(Messages.text("profile.list"));
        list.setItems(model.profiles());
        list.setCellFactory(_ -> new ProfileCell());
        list.setPrefSize(200, 200);
        list.setMinWidth(200);
        VBox.setVgrow(list, Priority.ALWAYS);
        model.editedProperty().subscribe(this::mark);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> Optional.ofNullable(chosen).ifPresent(this::edit));
        var add = button("profile-add", "profile.add", () -> begin(fields));
        add.setMaxWidth(Double.MAX_VALUE);
        return new VBox(8, list, add);
    }

    private void begin(ProfileFields fields) {
        model.add();
        fields.name().requestFocus();
        fields.name().selectAll();
    }

    private void mark(Optional<Profile> edited) {
        if (edited.isPresent()) {
            list.getSelectionModel().select(edited.get());
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void edit(Profile chosen) {
        if (model.editedProperty().get().filter(chosen::equals).isEmpty()) {
            model.edit(chosen);
        }
    }

    private Node told() {
        told.setId("profile-told");
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.getStyleClass().add("profile-told");
        var box = new VBox(told);
        box.getStyleClass().add("profile-told-box");
        return box;
    }

    private void tell(Optional<TestResult> result) {
        told.getStyleClass().removeAll("banner", "good", "bad");
        result.ifPresent(
                each -> told.getStyleClass().addAll("banner", each.reached() ? "good" : "bad"));
        told.setText(result.map(TestResult::sentence).map(SafeText::whole).orElse(""));
    }

    private void tellTime() {
        if (model.testingProperty().get()) {
            told.setText(Messages.text("profile.testing", model.secondsProperty().get()));
        } else if (model.toldProperty().get().isEmpty()) {
            told.setText("");
        }
    }

    // The button that was pressed gives way to the other one.
    private static void keepFocus(boolean busy, Button test, Button stop) {
        if (busy && test.isFocused()) {
            stop.requestFocus();
        } else if (!busy && stop.isFocused()) {
            test.requestFocus();
        }
    }

    private Region foot() {
        var delete = button("profile-delete", "profile.delete", model::delete);
        delete.getStyleClass().add("danger");
        var test = button("profile-test", "profile.test", model::test);
        test.visibleProperty().bind(model.testingProperty().not());
        test.managedProperty().bind(test.visibleProperty());
        var stop = button("profile-test-stop", "profile.test.stop", model::giveUp);
        stop.visibleProperty().bind(model.testingProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        model.testingProperty().subscribe(busy -> keepFocus(busy, test, stop));
        var save = button("profile-save", "profile.save", model::save);
        var connect = button("profile-connect", "profile.connect", model::connect);
        connect.getStyleClass().add("accent");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(close, delete, gap, test, stop, save, connect);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    private static Button button(String id, String key, Runnable onPress) {
        var button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> onPress.run());
        return button;
    }

    private static final class ProfileCell extends ListCell<Profile> {
        @Override
        protected void updateItem(@Nullable Profile profile, boolean empty) {
            super.updateItem(profile, empty);
            if (empty || profile == null) {
                setText("");
                setGraphic(null);
            } else {
                setText(profile.name());
                setGraphic(new Swatch(profile.hue()));
            }
        }
    }
}
