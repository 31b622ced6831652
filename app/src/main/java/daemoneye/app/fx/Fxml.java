package daemoneye.app.fx;

import daemoneye.app.text.Messages;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Loads the layout of a view from `fxml/NAME.fxml` with the words of the console. FX thread.
public final class Fxml {
    private Fxml() {}

    /// @param controller whose fields and methods the layout names
    /// @throws IllegalStateException if there is no such layout: a bug
    public static Parent load(String name, Object controller) {
        var address = Fxml.class.getResource("/fxml/" + name + ".fxml");
        if (address == null) {
            throw new IllegalStateException("fxml/" + name + ".fxml is not on the class path");
        }
        var loader = new FXMLLoader(address, Messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("fxml/" + name + ".fxml cannot be read", e);
        }
    }
}
