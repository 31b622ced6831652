package daemoneye.app.profile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The profiles, the one in use, and the dialog that changes them. FX thread only.
public final class ProfilesViewModel {
    private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Profile> current;
    private final ReadOnlyObjectWrapper<Optional<ProfileEditViewModel>> editor =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Optional<Profile> temporary;
    private ProfileDoors doors = ProfileDoors.NONE;

    /// @param saved those that are remembered
    /// @param temporary named on the command line: offered, never remembered
    /// @param first in use
    public ProfilesViewModel(List<Profile> saved, Optional<Profile> temporary, Profile first) {
        this.temporary = temporary;
        profiles.addAll(saved);
        current = new ReadOnlyObjectWrapper<>(first);
    }

    /// One profile that nobody can leave: for pictures.
    public static ProfilesViewModel only(Profile profile) {
        return new ProfilesViewModel(List.of(profile), Optional.empty(), profile);
    }

    /// What choosing and changing leads to.
    public void use(ProfileDoors doors) {
        this.doors = doors;
    }

    /// A person wants this one; to the one in use it connects anew.
    public void choose(Profile profile) {
        doors.connect(profile);
    }

    /// A person locks the connection in use for reading, or unlocks it. The broker is asked for
    /// another role, so it connects anew.
    public void lock(boolean locked) {
        if (current.get().isLocked() != locked) {
            doors.connect(current.get().locked(locked));
        }
    }

    /// A person does not want to wait for the connection any longer.
    public void giveUp() {
        doors.giveUp();
    }

    /// The window has gone there.
    public void connected(Profile profile) {
        current.set(profile);
        editor.set(Optional.empty());
    }

    /// Opens the dialog.
    public void manage() {
        if (editor.get().isEmpty()) {
            editor.set(Optional.of(new ProfileEditViewModel(this, doors)));
        }
    }

    /// Closes the dialog; what is not saved is dropped.
    public void leave() {
        editor.set(Optional.empty());
    }

    void put(Optional<Profile> before, Profile saved) {
        int at = before.map(profiles::indexOf).orElse(-1);
        if (at < 0) {
            profiles.add(saved);
        } else {
            profiles.set(at, saved);
        }
        doors.remember(List.copyOf(profiles));
        before.filter(this::isCurrent).ifPresent(_ -> follow(saved));
    }

    private boolean isCurrent(Profile profile) {
        return profile.name().equals(current.get().name());
    }

    // Another name, colour or care holds at once; another place or role needs another link.
    private void follow(Profile saved) {
        var now = current.get();
        if (saved.where().equals(now.where()) && saved.role().equals(now.role())) {
            current.set(saved);
        } else {
            doors.connect(saved);
        }
    }

    void remove(Profile profile) {
        profiles.remove(profile);
        doors.remember(List.copyOf(profiles));
    }

    /// In the order of the menu.
    public List<Profile> offered() {
        var offered = new ArrayList<Profile>();
        temporary.ifPresent(offered::add);
        offered.addAll(profiles);
        return List.copyOf(offered);
    }

    /// Those that are remembered.
    public ObservableList<Profile> profiles() {
        return profiles;
    }

    /// In use, also while it does not work.
    public ReadOnlyObjectProperty<Profile> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The dialog, while it is open.
    public ReadOnlyObjectProperty<Optional<ProfileEditViewModel>> editorProperty() {
        return editor.getReadOnlyProperty();
    }
}
