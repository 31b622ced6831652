package daemoneye.app.launch.window;

import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The application's icon in the sizes that desktops ask for.
public final class AppIcons {
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512};

    private AppIcons() {}

    public static void addTo(Stage stage) {
        for (int size : SIZES) {
            var picture = AppIcons.class.getResourceAsStream("/icons/daemoneye-" + size + ".png");
            if (picture != null) {
                stage.getIcons().add(new Image(picture));
            }
        }
    }
}
