package daemoneye.app.config.exchange;

import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The system's own dialogs for files. FX thread.
public final class SystemFiles implements ConfigFiles {
    private final Node owner;

    /// @param owner stands in the window that the dialogs belong to
    public SystemFiles(Node owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open() {
        var chooser = chooser("config.import.name");
        return Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> save(String name) {
        var chooser = chooser("config.export.name");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        return chooser;
    }
}
