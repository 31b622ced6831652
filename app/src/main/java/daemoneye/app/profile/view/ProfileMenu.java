package daemoneye.app.profile.view;

import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.text.Messages;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;

/// The profile in use; opens the list of all. FX thread.
public final class ProfileMenu extends MenuButton {
    /// A menu that shows nothing yet.
    public ProfileMenu() {
        setId("profile-menu");
        getStyleClass().add("profile-chip");
        // Where one is must be readable whatever else the header has to say.
        setMinWidth(USE_PREF_SIZE);
    }

    /// Follows the profiles.
    ///
    /// @return ends it
    public Subscription use(ProfilesViewModel model) {
        setOnShowing(_ -> fill(model));
        fill(model);
        return model.currentProperty().subscribe(current -> show(model, current));
    }

    private void show(ProfilesViewModel model, Profile current) {
        var words =
                current.isLocked()
                        ? Messages.text("profile.menu.locked", current.name())
                        : current.name();
        setText(words);
        setGraphic(new Swatch(current.hue()));
        setAccessibleText(Messages.text("profile.menu", words, current.where().text()));
        fill(model);
    }

    private void fill(ProfilesViewModel model) {
        getItems().clear();
        var current = model.currentProperty().get();
        int number = 0;
        for (var profile : model.offered()) {
            var item = new RadioMenuItem(label(profile), new Swatch(profile.hue()));
            item.setId("profile-item-" + number++);
            item.setSelected(profile.name().equals(current.name()));
            item.setOnAction(_ -> model.choose(profile));
            getItems().add(item);
        }
        var lock = new CheckMenuItem(Messages.text("profile.menu.lock"));
        lock.setId("profile-lock");
        lock.setSelected(current.isLocked());
        lock.setOnAction(_ -> model.lock(!current.isLocked()));
        var manage = new MenuItem(Messages.text("profile.menu.manage"));
        manage.setId("profile-manage");
        manage.setOnAction(_ -> model.manage());
        getItems().addAll(new SeparatorMenuItem(), lock, new SeparatorMenuItem(), manage);
    }

    private static String label(Profile profile) {
        return profile.name() + " · " + profile.where().text();
    }
}
