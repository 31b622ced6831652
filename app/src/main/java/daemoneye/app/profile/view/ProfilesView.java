package daemoneye.app.profile.view;

import daemoneye.app.overlay.Overlay;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfileEditViewModel;
import daemoneye.app.profile.ProfilesViewModel;

import javafx.scene.layout.Pane;
import javafx.util.Subscription;

import java.util.Optional;

/// The profile in use as the frame around the window, and the dialog of profiles over it. FX
/// thread.
public final class ProfilesView {
    private final Overlays overlays;
    private final Pane frame;
    private final Subscription following;
    private Optional<Overlay> shown = Optional.empty();

    /// @param frame takes the colour of the profile
    public ProfilesView(ProfilesViewModel model, Pane frame, Overlays overlays) {
        this.overlays = overlays;
        this.frame = frame;
        following =
                Subscription.combine(
                        model.currentProperty().subscribe(this::colour),
                        model.editorProperty().subscribe(this::show));
    }

    private void colour(Profile profile) {
        for (var hue : Hue.values()) {
            frame.getStyleClass().remove(hue.styleClass());
        }
        frame.getStyleClass().add(profile.hue().styleClass());
    }

    private void show(Optional<ProfileEditViewModel> editor) {
        shown.ifPresent(Overlay::close);
        shown = editor.map(this::open);
    }

    private Overlay open(ProfileEditViewModel editor) {
        var card = new ProfilesCard(editor);
        return overlays.open(card, card.first(), editor::leave);
    }

    /// Follows no longer: another view takes its place.
    public void leave() {
        following.unsubscribe();
    }
}
