package daemoneye.app.bulk.view;

import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The system's own dialog for where a file shall go. FX thread.
public final class SaveDialog implements FileChoice {
    private final Node owner;

    /// @param owner stands in the window that the dialog belongs to
    public SaveDialog(Node owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> save(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("bulk.save.title"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }
}
