package daemoneye.app.profile;

import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The dialog that adds, changes, tries and deletes profiles. FX thread only.
public final class ProfileEditViewModel {
    private final ProfilesViewModel profiles;
    private final ProfileDoors doors;
    private final ProfileFormViewModel form = new ProfileFormViewModel();
    private final ReadOnlyObjectWrapper<Optional<Profile>> edited =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TestResult>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper seconds = new ReadOnlyLongWrapper();
    private CompletableFuture<Void> givingUp = new CompletableFuture<>();
    private Runnable stopCounting = () -> {};

    ProfileEditViewModel(ProfilesViewModel profiles, ProfileDoors doors) {
        this.profiles = profiles;
        this.doors = doors;
        form.watch(this::quiet);
        var current = profiles.currentProperty().get();
        edit(
                profiles.profiles().stream()
                        .filter(each -> each.name().equals(current.name()))
                        .findFirst()
                        .or(() -> profiles.profiles().stream().findFirst())
                        .orElse(current));
    }

    /// Shows a profile in the form.
    public void edit(Profile profile) {
        edited.set(Optional.of(profile));
        form.show(profile);
        quiet();
    }

    /// Begins a new one.
    public void add() {
        edited.set(Optional.empty());
        form.kindProperty().set(ProfileFormViewModel.Kind.TCP);
        form.nameProperty().set(freeName());
        form.hostProperty().set("");
        form.portProperty().set("");
        form.tokenProperty().set("");
        form.pathProperty().set("");
        form.roleProperty().set(Optional.empty());
        quiet();
    }

    private String freeName() {
        var name = Messages.text("profile.new.name");
        for (int number = 2; isTaken(name); number++) {
            name = Messages.text("profile.new.name") + " " + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return profiles.offered().stream()
                .filter(each -> edited.get().filter(each::equals).isEmpty())
                .anyMatch(each -> each.name().equals(name));
    }

    /// Tries what is typed, saved or not.
    public void test() {
        if (!isSound()) {
            return;
        }
        var mine = new CompletableFuture<Void>();
        givingUp = mine;
        testing.set(true);
        stopCounting = doors.countSeconds(seconds::set);
        doors.test(form.profile(), mine).thenAccept(result -> tested(mine, result));
    }

    // An answer about something that was changed since, or that nobody waits for, is no answer.
    private void tested(CompletableFuture<Void> test, TestResult result) {
        if (!test.isDone()) {
            stop();
            told.set(Optional.of(result));
        }
    }

    /// Does not wait for the try any longer.
    public void giveUp() {
        if (testing.get()) {
            stop();
            tell(false, "profile.test.givenUp");
        }
    }

    private void stop() {
        testing.set(false);
        stopCounting.run();
        givingUp.complete(null);
    }

    /// Forgets what a try told, because what was tried has changed; one under way ends.
    public void quiet() {
        stop();
        told.set(Optional.empty());
    }

    /// Keeps it.
    ///
    /// @return false if something is wrong with it, which is told
    public boolean save() {
        if (!isSound()) {
            return false;
        }
        var saved = form.profile();
        var before = edited.get();
        edited.set(Optional.of(saved));
        profiles.put(before, saved);
        tell(true, "profile.saved");
        return true;
    }

    /// Keeps it and goes there.
    public void connect() {
        if (!isSound()) {
            return;
        }
        var saved = form.profile();
        if (edited.get().filter(saved::equals).isEmpty()) {
            save();
        }
        if (!profiles.currentProperty().get().equals(saved)) {
            profiles.choose(saved);
        } else {
            profiles.leave();
        }
    }

    /// Deletes it; the one in use and the last one stay, which is told.
    public void delete() {
        var gone = edited.get();
        if (gone.isEmpty()) {
            edit(profiles.profiles().getFirst());
        } else if (gone.get().name().equals(profiles.currentProperty().get().name())) {
            tell(false, "profile.keep.current");
        } else if (profiles.profiles().size() == 1) {
            tell(false, "profile.keep.last");
        } else {
            profiles.remove(gone.get());
            edit(profiles.profiles().getFirst());
        }
    }

    /// Closes the dialog.
    public void leave() {
        quiet();
        profiles.leave();
    }

    private boolean isSound() {
        quiet();
        var fault = form.fault(this::isTaken);
        fault.ifPresent(why -> told.set(Optional.of(new TestResult(false, why))));
        return fault.isEmpty();
    }

    private void tell(boolean good, String key) {
        told.set(Optional.of(new TestResult(good, Messages.text(key))));
    }

    public ProfileFormViewModel form() {
        return form;
    }

    public ObservableList<Profile> profiles() {
        return profiles.profiles();
    }

    /// The profile in the form; empty for a new one.
    public ReadOnlyObjectProperty<Optional<Profile>> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /// What the last try, or the last wish, came to.
    public ReadOnlyObjectProperty<Optional<TestResult>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// For how many seconds the try has been under way.
    public ReadOnlyLongProperty secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /// Whether a try is under way.
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }
}
