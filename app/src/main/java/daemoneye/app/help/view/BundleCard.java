package daemoneye.app.help.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Says what a diagnostics bundle holds and what it never does, and writes one. FX thread.
final class BundleCard extends HelpCard {
    private final Button save;

    /// @param watching ends when it is shown no more
    BundleCard(HelpViewModel model, Function<String, Optional<Path>> saveAs, Watching watching) {
        setId("diagnostics-card");
        save =
                button(
                        "diagnostics-save",
                        "diagnostics.save",
                        () -> saveAs.apply(model.bundleName()).ifPresent(model::write));
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.writingProperty());
        var told = wrapped("", "banner");
        told.setId("diagnostics-told");
        told.setMaxWidth(Double.MAX_VALUE);
        told.textProperty().bind(model.toldProperty());
        watching.add(
                model.failedProperty()
                        .subscribe(
                                failed -> {
                                    told.getStyleClass().remove("bad");
                                    told.getStyleClass()
                                            .addAll(failed ? List.of("bad") : List.of());
                                }));
        told.visibleProperty().bind(model.toldProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        getChildren()
                .addAll(
                        head(Messages.text("diagnostics.title"), Messages.text("diagnostics.text")),
                        body(
                                wrapped(Messages.text("diagnostics.holds"), "small"),
                                wrapped(Messages.text("diagnostics.never"), "small"),
                                told),
                        foot(button("diagnostics-close", "diagnostics.close", model::close), save));
    }

    @Override
    Node first() {
        return save;
    }
}
