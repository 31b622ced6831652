package daemoneye.app.help.view;

import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// The system's own dialog for where a bundle shall go. FX thread.
public final class BundleChooser implements Function<String, Optional<Path>> {
    private final Node owner;

    /// @param owner stands in the window that the dialog belongs to
    public BundleChooser(Node owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> apply(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("diagnostics.save"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }
}
