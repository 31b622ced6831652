package daemoneye.app.profile.view;

import daemoneye.app.profile.Hue;

import javafx.scene.layout.Region;

/// The colour of a profile as a small square; beside its name, never alone.
final class Swatch extends Region {
    Swatch(Hue hue) {
        getStyleClass().addAll("profile-swatch", hue.styleClass());
    }
}
